/** What programs write for a value that they do not have: R, pandas, SQL. */
const ABSENT = new Set(["", "NA", "N/A", "NaN", "nan", "NULL", "null", "None", "\\N", "-"]);

/**
 * A cell as text: NFC, white space and control characters collapsed to single spaces, without them at its ends;
 * `null` if there is nothing.
 */
export function readText(cell: string | undefined): string | null {
  if (cell === undefined) return null;
  const text = isClean(cell) ? cell : cleanText(cell);
  return ABSENT.has(text) ? null : text;
}

const cleanText = (cell: string) =>
  (isPlain(cell) ? cell : cell.replaceAll(/\p{Cs}/gu, "\uFFFD").normalize("NFC"))
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();

const SPACE = 0x20;

/** Whether a cell is as it should be: visible characters of ASCII with single spaces between them, as most are. */
function isClean(cell: string): boolean {
  let before = SPACE;
  for (let at = 0; at < cell.length; at += 1) {
    const unit = cell.charCodeAt(at);
    if (unit < SPACE || unit > 0x7e || (unit === SPACE && before === SPACE)) return false;
    before = unit;
  }
  return before !== SPACE || cell === "";
}

const isPlain = (cell: string) => /^[\u0020-\u007E]*$/u.test(cell);

/** An id: `431002.0` is `431002` that went through a table of decimals. */
export const readId = (cell: string | undefined): string | null => withoutZeros(readText(cell));

const withoutZeros = (text: string | null) =>
  text?.endsWith("0") === true ? text.replace(/^(\d+)[.,]0+$/u, "$1") : text;

/** A whole number from 0 on; `undefined` if the cell holds something else. */
export function readCount(cell: string | undefined): number | null | undefined {
  const text = readId(cell);
  if (text === null) return null;
  const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  return number <= 2_147_483_647 ? number : undefined;
}

/** Decimal degrees, also with a decimal comma; `undefined` if it is no number from `-most` to `most`. */
export function readDegrees(cell: string | undefined, most: number): number | undefined {
  const text = readText(cell)?.replace(",", ".") ?? "";
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/u.test(text)) return undefined;
  const degrees = Number(text);
  return Math.abs(degrees) <= most ? degrees : undefined;
}

/** A list of actors, joined by `; ` whatever the source has between them. */
export function readActors(cell: string | undefined): string | null {
  const actors = readText(cell)?.split(/\s*;\s*/u) ?? [];
  return actors.filter((actor) => actor !== "").join("; ") || null;
}
