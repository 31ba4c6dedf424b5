import { codeOf } from "./durable-write.ts";

const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EROFS: "The file system takes no writing",
  EACCES: "Permission is denied",
  EPERM: "The operation is not permitted",
  EIO: "The disk reported a fault",
  EMFILE: "Too many files are open",
  ENFILE: "Too many files are open",
  ENOTDIR: "A file is where a folder should be",
  EISDIR: "A folder is where a file should be",
  ENAMETOOLONG: "The path is too long",
  ESTALE: "The network file system lost the file",
};

/** A fault of the system in one line, or `null` where the error is none: then it is our bug. */
export function wordFault(error: unknown): string | null {
  const words = FAULTS[codeOf(error) ?? ""];
  if (words === undefined) return null;
  const path = error instanceof Error && "path" in error && typeof error.path === "string" ? ` at ${error.path}` : "";
  return `${words}${path}.`;
}
