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

/** SQLite writes its file itself, and keeps the system's code to itself. */
const SQLITE_FAULTS: readonly string[] = ["disk I/O error", "database or disk is full", "unable to open database file"];

/** A fault of the system in one line, or `null` where the error is none: then it is our bug. */
export function formatFault(error: unknown): string | null {
  if (error instanceof Error && error.name === "SQLite3Error" && SQLITE_FAULTS.includes(error.message))
    return `SQLite could not write its file: ${error.message}. The disk may be full.`;
  const words = FAULTS[codeOf(error) ?? ""];
  if (words === undefined) return null;
  const path = error instanceof Error && "path" in error && typeof error.path === "string" ? ` at ${error.path}` : "";
  return `${words}${path}.`;
}
