import { CsvError, parse } from "csv-parse/sync";
import { limits } from "#pipeline/core/limits.ts";

type QuoteFault = "extract/unclosed-quote" | "extract/stray-quote" | "extract/escaped-quote";

export interface Records {
  readonly records: readonly { readonly record: string[]; readonly line: number }[];
  /** Whether the file has more records than the limit of rows allows. */
  readonly isCut: boolean;
  readonly fault: { readonly code: QuoteFault; readonly line: number } | null;
}

/** The records of a file that are not blank, each with the line where it starts, as an editor counts lines. */
export function readRecords(bytes: Uint8Array, mostRows: number = limits.rows): Records {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = lineCounter(content);
  const records: { record: string[]; line: number }[] = [];
  let found = 0;
  try {
    parse(content, {
      bom: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      // The header, the rows, and one row too many.
      to: mostRows + 2,
      // The line numbers of csv-parse differ if a quoted cell contains a line break.
      on_record: (record: string[], { bytes: end }) => {
        found += 1;
        const line = lines.endingAt(end) - lineBreaksIn(record);
        if (record.some((cell) => cell.trim() !== "")) records.push({ record, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { line, text } = lines.nextFilled();
    if (text.includes('\\"')) return { records, isCut: false, fault: { code: "extract/escaped-quote", line } };
    // If csv-parse rejects a closing quote on a later line, that quote opens a text, and an earlier quote was never closed.
    const isOpen = error.code === "CSV_INVALID_CLOSING_QUOTE" && text.split('"').length % 2 === 0;
    const isUnclosed = error.code === "CSV_QUOTE_NOT_CLOSED" || isOpen;
    const code = isUnclosed ? "extract/unclosed-quote" : "extract/stray-quote";
    return { records, isCut: false, fault: { code, line } };
  }
  return { records, isCut: found > mostRows + 1, fault: null };
}

const [LF, CR] = [0x0a, 0x0d];

/** Counts lines up to the ends of records, which must be given in file order. A line ends with LF, CR or CRLF. */
function lineCounter(content: Buffer) {
  let [at, ended] = [0, 0];
  return {
    /** The last line of a record that ends before this byte. */
    endingAt: (end: number) => {
      for (; at < end; at += 1) {
        if (content[at] === LF || (content[at] === CR && content[at + 1] !== LF)) ended += 1;
      }
      return content[end - 1] === LF || content[end - 1] === CR ? ended : ended + 1;
    },
    /** The first line after the last record that is not blank. */
    nextFilled: () => {
      for (let line = ended + 1; at < content.length; line += 1) {
        const end = endOfLine(content, at);
        const text = content.toString("utf8", at, end);
        if (text.trim() !== "") return { line, text };
        at = content[end] === CR && content[end + 1] === LF ? end + 2 : end + 1;
      }
      return { line: ended + 1, text: "" };
    },
  };
}

/** The position of the line break that ends the line which starts here, or the length of the content. */
function endOfLine(content: Buffer, start: number): number {
  let end = start;
  while (end < content.length && content[end] !== LF && content[end] !== CR) end += 1;
  return end;
}

const lineBreaksIn = (record: readonly string[]) =>
  record.reduce(
    (sum, cell) => (cell.includes("\n") || cell.includes("\r") ? sum + cell.split(/\r\n|\r|\n/u).length - 1 : sum),
    0,
  );
