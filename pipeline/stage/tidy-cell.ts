/** Replaces each run of white space, including no-break spaces, with one space, trims the ends, and composes letters (NFC). */
export function tidyCell(cell: string): string | null {
  if (cell === "") return null;
  const tidy = cell
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .trim();
  return tidy === "" ? null : tidy;
}

const PLACEHOLDERS = new Set([
  "na",
  "n/a",
  "n.a.",
  "n.a",
  "n.d.",
  "-",
  "--",
  "–",
  "—",
  "?",
  "unknown",
  "not known",
  "not available",
  "none",
  "null",
  "nil",
  "nan",
  "tbd",
  "tbc",
  "todo",
  ".",
  ";",
  "...",
  "…",
]);

/** What a spreadsheet shows if a formula fails: `#N/A`, `#REF!`, `#NAME?`. */
const SPREADSHEET_FAULT = /^#(N\/A|[A-Z0-9/]+[!?])$/iu;

/** Whether a cell contains a placeholder for a missing value. An unknown value must be an empty cell. */
export const isPlaceholder = (cell: string) => PLACEHOLDERS.has(cell.toLowerCase()) || SPREADSHEET_FAULT.test(cell);

const ESCAPE = "\\";

/**
 * A name that is also a placeholder, such as that of a place called Unknown, is coded with a backslash before it, which
 * spreadsheets leave alone: `\Unknown`. Returns the name; any other cell as it is.
 */
export function unescapeName(cell: string): string {
  const name = cell.startsWith(ESCAPE) ? cell.slice(ESCAPE.length) : "";
  return /\p{L}/u.test(name) && isPlaceholder(name) ? name : cell;
}
