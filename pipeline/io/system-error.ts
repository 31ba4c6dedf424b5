/** The system's error code, such as `ENOENT`. */
export const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

/** Whether the error says that there is no such file or folder, or that a file is in the place of its folder. */
export const isMissing = (error: unknown) => codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";

/** The error with this path, which its message to users names. */
export const withPath = (error: unknown, path: string) =>
  error instanceof Error ? Object.assign(error, { path }) : error;
