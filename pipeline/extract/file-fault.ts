import { decode, type Encoding } from "#pipeline/core/decode.ts";
import { fileKind } from "#pipeline/core/file-kind.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { FIRST_RECORDS, findHeader } from "#pipeline/extract/header.ts";

/** What keeps a file from being read as a CSV file at all; `null` if nothing does. The first fault explains the others. */
export function findFileFault({ path, bytes }: DiskFile, columns: readonly string[]): Issue | null {
  const at = (line: number | null) => ({ file: path, line, column: null });
  const kind = fileKind(bytes);
  if (kind !== null) return { code: "extract/other-kind", at: at(null), kind };
  const { text, foreign, isCut } = decode(bytes);
  if (foreign !== null) return { code: "extract/encoding", at: at(firstForeignLine(text, foreign)), encoding: foreign };
  if (isCut) return { code: "extract/cut-off", at: at(lineAt(text, text.length)) };
  if (text.trim() === "") return { code: "extract/empty-file", at: at(null) };
  // A rule of equal signs alone may be part of a cell.
  const mark = /^(?:<{7}|>{7}) /mu.exec(text);
  if (mark !== null) return { code: "extract/merge-mark", at: at(lineAt(text, mark.index)) };
  return foreignSeparator(text, columns, at);
}

const LINE_END = /\r\n|\r|\n/u;

const lineAt = (text: string, position: number) => text.slice(0, position).split(LINE_END).length;

/** What programs and people write between cells instead of commas, and what it is called. */
const SEPARATORS = [
  [";", /;/u],
  ["\t", /\t/u],
  ["|", /\|/u],
  [" ", / +/u],
] as const;

/** An issue if the first lines have a header whose names are not separated by commas. */
function foreignSeparator(text: string, columns: readonly string[], at: (line: number) => Issue["at"]): Issue | null {
  const lines = text.slice(0, limits.rowLength).split(LINE_END, FIRST_RECORDS);
  const split = (mark: RegExp) => (line: string) =>
    line.split(mark).map((name) => name.trim().replace(/^"(.*)"$/u, "$1"));
  if (findHeader(lines.map(split(/,/u)), columns) !== null) return null;
  for (const [separator, mark] of SEPARATORS) {
    const position = findHeader(lines.map(split(mark)), columns);
    if (position !== null) return { code: "extract/separator", at: at(position + 1), separator };
  }
  return null;
}

/** The first line that reveals the encoding: line 1 for UTF-16, else the first letter that is not ASCII or could not be read. */
function firstForeignLine(text: string, encoding: Encoding): number {
  if (encoding === "UTF-16") return 1;
  const foreign = encoding === "mixed" ? /\uFFFD/u : /[\u0080-\uFFFF]/u;
  return text.split(LINE_END).findIndex((line) => foreign.test(line)) + 1;
}
