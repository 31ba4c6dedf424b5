/** White space of every kind, the no-break space among them, as one space; none at the ends; letters composed (NFC). */
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

/** What a spreadsheet shows where it could not reckon: `#N/A`, `#REF!`, `#NAME?`. */
const SPREADSHEET_FAULT = /^#(N\/A|[A-Z0-9/]+[!?])$/iu;

/** Whether a cell holds what people write for nothing. Not known is an empty cell. */
export const isPlaceholder = (cell: string) => PLACEHOLDERS.has(cell.toLowerCase()) || SPREADSHEET_FAULT.test(cell);
