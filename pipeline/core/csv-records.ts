const LINE_FEED = 10;
const QUOTE = '"';

/**
 * The records of a canonical CSV file (see `writeCsv`), header included, each as written in the file, but without its
 * line feed. Two records are equal as texts if, and only if, they are equal as bytes (of valid UTF-8).
 *
 * The chunks may split the file anywhere, and a chunk may be overwritten once the next one is requested. Records share
 * no memory, so keeping one record does not keep others in memory.
 */
export function* csvRecords(chunks: Iterable<Uint8Array>): Generator<string> {
  let open: string[] = [];
  for (const line of linesOf(chunks)) {
    const opensOrCloses = line.includes(QUOTE) && hasOddQuotes(line);
    if (open.length === 0 && !opensOrCloses) {
      yield line;
      continue;
    }
    const closes = open.length > 0 && opensOrCloses;
    open.push(line);
    if (!closes) continue;
    yield open.join("\n");
    open = [];
  }
  if (open.length > 0) throw new Error("The CSV file ends inside a quoted cell.");
}

/** The lines of the file, some of which end inside a quoted cell. A line's parts are joined once, when its end is found. */
function* linesOf(chunks: Iterable<Uint8Array>): Generator<string> {
  let begun: Buffer[] = [];
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      if (begun.length === 0) yield bytes.toString("utf8", start, end);
      else {
        yield Buffer.concat([...begun, bytes.subarray(0, end)]).toString("utf8");
        begun = [];
      }
      start = end + 1;
    }
    if (start < bytes.length) begun.push(Buffer.from(bytes.subarray(start)));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString("utf8");
}

function hasOddQuotes(line: string): boolean {
  let isOdd = false;
  for (let at = line.indexOf(QUOTE); at !== -1; at = line.indexOf(QUOTE, at + 1)) isOdd = !isOdd;
  return isOdd;
}

/** The cells of a record, without their quotes. */
export function csvCells(record: string): string[] {
  const cells: string[] = [];
  for (let start = 0; start <= record.length; ) {
    const end = endOfCell(record, start);
    cells.push(cellText(record, start, end));
    start = end + 1;
  }
  return cells;
}

/** The end of the cell that starts here: a comma, or the end of the record. */
export function endOfCell(record: string, start: number): number {
  if (start > record.length) throw new Error(`The record has no more cells: ${record}`);
  const end = record.startsWith(QUOTE, start) ? closingQuote(record, start) + 1 : record.indexOf(",", start);
  if (end === -1 || end === record.length) return record.length;
  if (record[end] !== ",") throw new Error(`A cell of the CSV file has text after its closing quote: ${record}`);
  return end;
}

export function cellText(record: string, start: number, end: number): string {
  if (!record.startsWith(QUOTE, start)) return record.slice(start, end);
  const text = record.slice(start + 1, end - 1);
  return text.includes(QUOTE) ? text.replaceAll('""', QUOTE) : text;
}

/** The first quote after the opening one that is not doubled. */
function closingQuote(record: string, opening: number): number {
  for (let at = record.indexOf(QUOTE, opening + 1); at !== -1; at = record.indexOf(QUOTE, at + 2)) {
    if (record[at + 1] !== QUOTE) return at;
  }
  throw new Error(`A cell of the CSV file has no closing quote: ${record}`);
}
