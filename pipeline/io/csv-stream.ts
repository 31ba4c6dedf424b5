import { CsvError, parse } from "csv-parse";

/** Rows of a CSV text, and for each the line in the file on which it begins. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

export interface CsvForm {
  readonly separator: string;
  readonly lineEnds: readonly string[];
  /** UTF-16 units of a row: a quotation mark that is never closed must not take in the rest of the file. */
  readonly mostInRow: number;
}

/** A row that does not end, or only after too much, and the last line before it. */
export class EndlessRow extends Error {
  readonly afterLine: number;
  /** Whether it is longer than a row may be. Otherwise the text ends inside quotation marks. */
  readonly isTooLong: boolean;

  constructor(afterLine: number, isTooLong: boolean) {
    super();
    this.afterLine = afterLine;
    this.isTooLong = isTooLong;
  }
}

/** Bytes of a line for each unit that its row may have: separators and quotation marks do not count there. */
const LINE_BYTES = 8;

/**
 * The rows of a CSV text that arrives in parts, as UTF-8. Rows may have any number of cells, quotation marks may stand
 * inside cells that have none around them, and empty lines are passed over.
 */
export async function* csvRows(text: AsyncIterable<Uint8Array>, form: CsvForm): AsyncGenerator<CsvRows> {
  const placed = new PlacedRows(form);
  const lineEnd = form.lineEnds.includes("\r") ? 0x0d : 0x0a;
  let failure: unknown = null;
  const parser = parse({
    bom: true,
    delimiter: form.separator,
    record_delimiter: [...form.lineEnds],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: form.mostInRow,
    on_record: (cells: string[]) => {
      placed.add(cells);
      return null;
    },
  });
  parser.on("error", (error) => {
    failure = error;
  });
  let inLine = 0;
  for await (const part of text) {
    const end = part.lastIndexOf(lineEnd);
    inLine = end === -1 ? inLine + part.length : part.length - 1 - end;
    if (inLine > LINE_BYTES * form.mostInRow) throw new EndlessRow(placed.afterLine, true);
    await new Promise<void>((resolve) => parser.write(part, () => resolve()));
    yield placed.take();
    if (failure !== null) throw asEndless(failure, placed.afterLine);
  }
  await new Promise<void>((resolve) => {
    parser.once("close", resolve).once("error", resolve).once("end", resolve);
    parser.resume().end();
  });
  yield placed.take();
  if (failure !== null) throw asEndless(failure, placed.afterLine);
}

/** Counts lines, because csv-parse takes CR LF inside a cell for two line breaks. */
class PlacedRows {
  readonly #lineBreak: string;
  #rows: string[][] = [];
  #lines: number[] = [];
  #line = 1;
  /** The line on which the last row ended. */
  afterLine = 0;

  constructor({ lineEnds }: CsvForm) {
    this.#lineBreak = lineEnds.some((end) => end.includes("\n")) ? "\n" : "\r";
  }

  add(cells: string[]): void {
    const begin = this.#line;
    this.#line += 1 + cells.reduce((sum, cell) => sum + this.#breaksIn(cell), 0);
    const isEmptyLine = cells.length === 1 && cells[0] === "";
    if (isEmptyLine) return;
    this.#rows.push(cells);
    this.#lines.push(begin);
    this.afterLine = this.#line - 1;
  }

  /** The rows since the last time. */
  take(): CsvRows {
    const taken = { rows: this.#rows, lines: this.#lines };
    [this.#rows, this.#lines] = [[], []];
    return taken;
  }

  #breaksIn = (cell: string) => (cell.includes(this.#lineBreak) ? cell.split(this.#lineBreak).length - 1 : 0);
}

const asEndless = (failure: unknown, line: number) =>
  failure instanceof CsvError && ["CSV_MAX_RECORD_SIZE", "CSV_QUOTE_NOT_CLOSED"].includes(failure.code)
    ? new EndlessRow(line, failure.code === "CSV_MAX_RECORD_SIZE")
    : failure;
