/** Separators of cells, in the order in which they are chosen where a header has none. */
const SEPARATORS = [",", ";", "\t", "|"];

/** How a CSV file separates cells and rows, as the beginning of its text shows. */
export interface FoundForm {
  readonly separator: string;
  readonly lineEnds: readonly string[];
}

/** The separator is the one that the header has most often. A text without a line feed ends its rows as old Macs did. */
export function findCsvForm(opening: string): FoundForm {
  const header = /[^\r\n]*/u.exec(opening.replace(/^(?:\uFEFF|[\r\n])+/u, ""))?.[0] ?? "";
  const bare = header.replaceAll(/"[^"]*"/gu, "");
  const counted = SEPARATORS.map((separator) => ({ separator, count: bare.split(separator).length - 1 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  const isOldMac = opening.includes("\r") && !opening.includes("\n");
  return { separator: most.separator, lineEnds: isOldMac ? ["\r"] : ["\r\n", "\n"] };
}

/** How many columns a header has, up to the last one with a name. */
export const namedWidth = (header: readonly string[]) => header.findLastIndex((name) => name.trim() !== "") + 1;

/** Whether a row below the header has tags of the Humanitarian Exchange Language (HXL 1.1) instead of an event. It may be numbered. */
export const isTagRow = (cells: readonly string[]) =>
  cells.some((cell) => cell.startsWith("#")) && cells.every((cell) => /^(?:#[a-z].*|\d*)$/u.test(cell));

/** A row that spreadsheet programs leave below the last one: separators alone. */
export const isBlankRow = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");
