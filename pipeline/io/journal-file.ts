import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import { isTemporaryName } from "./durable-write.ts";
import { codeOf, isMissing } from "./system-error.ts";

/** The name of a folder's journal. */
export const JOURNAL = ".journal.json";

const FORMAT = "jnim-data journal 1";

/** A file that a change replaces, creates or deletes. */
export interface JournaledFile {
  /** Relative to the folder of the journal, with slashes. */
  readonly path: string;
  /** SHA-256 of the old content; `null` if there was no file. */
  readonly before: string | null;
  /** SHA-256 of the new content; `null` if the file is deleted. */
  readonly after: string | null;
  /** The name of the file beside it that has the new content; `null` if the file is deleted. */
  readonly temporary: string | null;
}

/** A change of several files that takes effect as a whole: the command that makes it, as users type it, and its files. */
export interface Journal {
  readonly command: string;
  readonly files: readonly JournaledFile[];
}

/** The journal of a folder, `null` if it has none, or why its journal cannot be used. */
export async function readJournal(root: string): Promise<Journal | { readonly damaged: string } | null> {
  const place = join(root, JOURNAL);
  try {
    return parseJournal(await readFile(place, "utf8")) ?? { damaged: place };
  } catch (error) {
    if (isMissing(error)) return null;
    if (codeOf(error) === "EISDIR") return { damaged: place };
    throw error;
  }
}

/** The content of a journal file. */
export const formatJournal = ({ command, files }: Journal) =>
  `${JSON.stringify({ format: FORMAT, command, files }, null, 2)}\n`;

/** `null` for any text that this project did not write, such as one whose paths lead out of the folder. */
export function parseJournal(text: string): Journal | null {
  const found = parseJson(text);
  if (!isRecord(found) || found.format !== FORMAT) return null;
  const { command, files } = found;
  if (typeof command !== "string" || !/^[ -~]{1,200}$/u.test(command) || !Array.isArray(files)) return null;
  const journaled: readonly unknown[] = files;
  const known = journaled.filter(isJournaledFile);
  const paths = new Set(known.map(({ path }) => path));
  return known.length === journaled.length && paths.size === known.length ? { command, files: known } : null;
}

function isJournaledFile(value: unknown): value is JournaledFile {
  if (!isRecord(value)) return false;
  const { path, before, after, temporary } = value;
  if (!isInnerPath(path) || !isHashOrNull(before) || !isHashOrNull(after) || before === after) return false;
  return after === null ? temporary === null : isInnerTemporary(temporary);
}

/** Whether a path stays in the folder and names no hidden file, such as a lock, a journal or a temporary file. */
const isInnerPath = (path: unknown): path is string =>
  typeof path === "string" &&
  path === posix.normalize(path) &&
  !/[\\\p{Cc}]/u.test(path) &&
  path.split("/").every((name) => name !== "" && !name.startsWith("."));

const isHashOrNull = (value: unknown): value is string | null =>
  value === null || (typeof value === "string" && /^[0-9a-f]{64}$/u.test(value));

const isInnerTemporary = (value: unknown): value is string =>
  typeof value === "string" && isTemporaryName(value) && !/[/\\\p{Cc}]/u.test(value);
