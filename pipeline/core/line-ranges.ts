import { thousands } from "./format-input-fault.ts";
import { SHOWN_RANGES } from "./limits.ts";

/** Lines that follow each other, with the first and the last. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The ranges that have just these lines, in order; a line that is given twice counts once. */
export function lineRanges(lines: Iterable<number>): LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.last === line - 1) range.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges;
}

/** `line 5`, `lines 2-9, 12 and 15`, or for very many ranges `lines 2-9, 12, 15-20 and 57 more`. */
export function formatLines(lines: Iterable<number>): string {
  const ranges = lineRanges(lines);
  const shown = ranges.slice(0, SHOWN_RANGES).map(({ first, last }) => (first === last ? first : `${first}-${last}`));
  const rest = ranges.slice(SHOWN_RANGES).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const parts = rest === 0 ? shown : [...shown, `${thousands(rest)} more`];
  const noun = ranges.length === 1 && ranges[0]?.first === ranges[0]?.last ? "line" : "lines";
  const end = parts.length > 1 ? ` and ${parts.at(-1)}` : "";
  return `${noun} ${(end === "" ? parts : parts.slice(0, -1)).join(", ")}${end}`;
}
