import { type Decoded, decode } from "#pipeline/core/decode.ts";
import { fileKind } from "#pipeline/core/file-kind.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { findUnclean } from "#pipeline/documents/unclean-text.ts";

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
  const { text: decoded, ...form } = decode(bytes);
  const text = normaliseText(decoded);
  const fault = findFault({ path, bytes }, { ...form, text });
  if (fault !== null) return { text: null, sha256, issues: [fault] };
  return { text, sha256, issues: [...findFurniture(path, text), ...findUnclean(path, text)] };
}

/** Why a file cannot be used as a text. The first fault explains the others. */
function findFault({ path, bytes }: DiskFile, { text, foreign, isCut }: Decoded): Issue | null {
  const at = (line: number | null = null) => ({ file: path, line, column: null });
  const kind = fileKind(bytes);
  if (kind !== null) return { code: "documents/other-kind", at: at(), kind };
  if (foreign !== null) return { code: "documents/not-utf8", at: at(), encoding: foreign };
  if (isCut) return { code: "documents/cut-off", at: at(text.split("\n").length) };
  const nul = text.indexOf("\0");
  if (nul !== -1) return { code: "documents/nul-bytes", at: at(text.slice(0, nul).split("\n").length) };
  return text.trim() === "" ? { code: "documents/empty-text", at: at() } : null;
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
