import { decode } from "#pipeline/core/decode.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";

export interface ReadText {
  /** The normalised text, which locators and offsets refer to; `null` if the file cannot be used. */
  readonly text: string | null;
  /** SHA-256 of the file's bytes, which `sources.csv` records. */
  readonly sha256: string;
  readonly issues: readonly Issue[];
}

/** Bytes → normalised text, with the issues of the document. */
export function readText({ path, bytes }: DiskFile): ReadText {
  const sha256 = sha256Hex(bytes);
  const decoded = decode(bytes);
  const text = normaliseText(decoded.text);
  const issues: Issue[] = [];
  if (decoded.foreign !== null) {
    issues.push({
      code: "documents/not-utf8",
      at: { file: path, line: null, column: null },
      encoding: decoded.foreign,
    });
  }
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    issues.push({
      code: "documents/nul-bytes",
      at: { file: path, line: text.slice(0, nul).split("\n").length, column: null },
    });
  }
  if (text.trim() === "") issues.push({ code: "documents/empty-text", at: { file: path, line: null, column: null } });
  if (hasErrors(issues)) return { text: null, sha256, issues };
  return { text, sha256, issues: [...issues, ...findFurniture(path, text)] };
}

/** A line that occurs at least this often is more likely a page header or footer than the author's text. */
const FURNITURE_TIMES = 3;

/** Lines that repeat throughout the text, apart from page numbers. */
function findFurniture(path: string, text: string): Issue[] {
  const linesOf = new Map<string, number[]>();
  text.split("\n").forEach((content, position) => {
    const words = content
      .replace(/\p{N}+/gu, "0")
      .replace(/\s+/gu, " ")
      .trim();
    if (!/\p{L}/u.test(words)) return;
    const known = linesOf.get(words);
    if (known === undefined) linesOf.set(words, [position + 1]);
    else known.push(position + 1);
  });
  return [...linesOf.values()]
    .filter((lines) => lines.length >= FURNITURE_TIMES)
    .map((lines) => ({
      code: "documents/page-furniture",
      at: { file: path, line: lines[0] ?? null, column: null },
      times: lines.length,
      lines,
    }));
}

/** The usable texts, by source. */
export function readTexts(files: readonly DiskFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file): [string, string][] => {
      const { text } = readText(file);
      return text === null ? [] : [[fileStem(file.path), text]];
    }),
  );
}
