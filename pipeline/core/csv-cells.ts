/** A cell of a CSV text and its position: `text.slice(start, end)` is the cell with its quotes. */
export interface PlacedCell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A record of a CSV text, and the line on which it begins. */
export interface PlacedRecord {
  readonly line: number;
  readonly cells: readonly PlacedCell[];
}

/** The cells of a CSV text with their positions, so that one cell can be changed without changing any other byte. */
export function placeCells(text: string): PlacedRecord[] {
  const records: PlacedRecord[] = [];
  let cells: PlacedCell[] = [];
  let line = 1;
  let firstLine = 1;
  const cell = /(?:"([^"]*(?:""[^"]*)*)")?([^,\r\n]*)(,|\r\n|\r|\n|$)/uy;
  cell.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (cell.lastIndex < text.length || cells.length > 0) {
    const start = cell.lastIndex;
    const match = cell.exec(text);
    // A quote that is never closed: `extract` reports it.
    if (match === null) break;
    const [, quoted, plain = "", delimiter = ""] = match;
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"') + plain;
    cells.push({ value, start, end: cell.lastIndex - delimiter.length });
    line += countLines(quoted ?? "");
    if (delimiter === ",") continue;
    records.push({ line: firstLine, cells });
    cells = [];
    line += 1;
    firstLine = line;
  }
  return records;
}

const countLines = (value: string) => value.split(/\r\n|\r|\n/u).length - 1;
