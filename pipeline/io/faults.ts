import { codeOf } from "./system-error.ts";

const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EROFS: "The file system is read-only",
  EACCES: "Permission is denied",
  EPERM: "The operation is not permitted",
  EIO: "The disk reported an error",
  EMFILE: "Too many files are open",
  ENFILE: "Too many files are open",
  ENOTDIR: "There is a file instead of a folder",
  EISDIR: "There is a folder instead of a file",
  ENAMETOOLONG: "The path is too long",
  ELOOP: "A link leads back to itself",
  EFBIG: "The file is too large for the disk",
  ESTALE: "The network file system lost the file",
};

/** SQLite writes its own file, and does not pass on the system's error code. */
const SQLITE_FAULTS: readonly string[] = ["disk I/O error", "database or disk is full", "unable to open database file"];

const UNSETTLED = "UNSETTLED";

/** An error about the state of a folder that a person has to settle. Its message is one line, and the exit code is 1. */
export const unsettled = (line: string) => Object.assign(new Error(line), { code: UNSETTLED });

export const isUnsettled = (error: unknown): error is Error => error instanceof Error && codeOf(error) === UNSETTLED;

/** A system error or an unsettled folder in one line, or `null` for any other error, which is a bug in the pipeline. */
export function formatFault(error: unknown): string | null {
  if (isUnsettled(error)) return error.message;
  if (error instanceof Error && error.name === "SQLite3Error" && SQLITE_FAULTS.includes(error.message))
    return `SQLite could not write its file: ${error.message}. The disk may be full.`;
  const words = FAULTS[codeOf(error) ?? ""];
  if (words === undefined) return null;
  const path = error instanceof Error && "path" in error && typeof error.path === "string" ? ` at ${error.path}` : "";
  return `${words}${path}.`;
}
