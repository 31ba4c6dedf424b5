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
  "-",
  "--",
  "–",
  "—",
  "?",
  "unknown",
  "none",
  "null",
  "nil",
  "nan",
  "tbd",
  "#n/a",
  ".",
]);

/** Whether a cell holds what people write for nothing. Not known is an empty cell. */
export const isPlaceholder = (cell: string) => PLACEHOLDERS.has(cell.toLowerCase());
