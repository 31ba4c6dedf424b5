import { CsvError, parse } from "csv-parse/sync";
import { decode } from "#pipeline/core/decode.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";

/** One record of a CSV file: its cells in the order of the table's columns, and the line where it starts. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Extracted {
  readonly rows: readonly CellRow[];
  readonly issues: readonly Issue[];
}

/** Bytes → cells with their places. The header must have exactly the table's columns, in their order. */
export function extractCells(file: DiskFile, columns: readonly string[]): Extracted {
  const at = (line: number | null, column: string | null = null) => ({ file: file.path, line, column });
  const failed = (issue: Issue): Extracted => ({ rows: [], issues: [issue] });

  const { text, foreign } = decode(file.bytes);
  if (foreign !== null)
    return failed({ code: "extract/encoding", at: at(firstForeignLine(text, foreign)), encoding: foreign });
  if (text.trim() === "") return failed({ code: "extract/empty-file", at: at(null) });
  const separator = foreignSeparator(text);
  if (separator !== null) return failed({ code: "extract/separator", at: at(1), separator });

  const { records, fault } = readRecords(file.bytes);
  if (fault !== null) return failed({ code: fault.code, at: at(fault.line) });
  const [header, ...body] = records;
  if (header === undefined) return failed({ code: "extract/empty-file", at: at(null) });
  const width = header.record.length;
  const names = header.record.slice(0, namedWidth(records)).map((name) => name.trim());
  const headerIssues = checkHeader(names, columns, (column) => at(header.line, column));
  if (headerIssues.length > 0) return { rows: [], issues: headerIssues };

  const issues: Issue[] = [];
  const rows: CellRow[] = [];
  for (const { record, line } of body) {
    if (record.length === width) rows.push({ line, cells: record.slice(0, columns.length) });
    else issues.push({ code: "extract/ragged-row", at: at(line), cells: record.length, columns: width });
  }
  return { rows, issues };
}

/** The number of columns without the empty ones that a spreadsheet can leave on the right, which have neither a name nor a value. */
function namedWidth(records: Records["records"]): number {
  const width = records[0]?.record.length ?? 0;
  return records
    .filter(({ record }) => record.length === width)
    .reduce((widest, { record }) => Math.max(widest, record.findLastIndex((cell) => cell.trim() !== "") + 1), 0);
}

interface Records {
  readonly records: readonly { readonly record: string[]; readonly line: number }[];
  readonly fault: { readonly code: "extract/unclosed-quote" | "extract/stray-quote"; readonly line: number } | null;
}

/** The records of a file, each with the line where it starts, as an editor counts lines. */
function readRecords(bytes: Uint8Array): Records {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = lineCounter(content);
  const records: { record: string[]; line: number }[] = [];
  try {
    parse(content, {
      bom: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      // The line numbers of csv-parse differ if a quoted cell contains a line break.
      on_record: (record: string[], { bytes: end }) => {
        const line = lines.endingAt(end) - lineBreaksIn(record);
        if (record.some((cell) => cell.trim() !== "")) records.push({ record, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { line, text } = lines.nextFilled();
    // If csv-parse rejects a closing quote on a later line, that quote opens a text, and an earlier quote was never closed.
    const isOpen = error.code === "CSV_INVALID_CLOSING_QUOTE" && text.split('"').length % 2 === 0;
    const isUnclosed = error.code === "CSV_QUOTE_NOT_CLOSED" || isOpen;
    return { records, fault: { code: isUnclosed ? "extract/unclosed-quote" : "extract/stray-quote", line } };
  }
  return { records, fault: null };
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
      const rest = content.toString("utf8", at).split(/\r\n|\r|\n/u);
      const blank = rest.findIndex((line) => line.trim() !== "");
      return { line: ended + blank + 1, text: rest[blank] ?? "" };
    },
  };
}

const lineBreaksIn = (record: readonly string[]) =>
  record.reduce(
    (sum, cell) => (cell.includes("\n") || cell.includes("\r") ? sum + cell.split(/\r\n|\r|\n/u).length - 1 : sum),
    0,
  );

/** The issues of a header. A column is not reported as missing if its likely misspelling is reported. */
function checkHeader(
  names: readonly string[],
  columns: readonly string[],
  at: (column: string | null) => Issue["at"],
): Issue[] {
  if (!names.some((name) => columns.includes(name))) {
    return [{ code: "extract/missing-header", at: at(null), expected: columns }];
  }
  const missing = columns.filter((column) => !names.includes(column));
  const misspelt = new Set<string>();
  const issues = names.flatMap((name, position): Issue[] => {
    if (name === "") return [{ code: "extract/nameless-column", at: at(null), position: position + 1 }];
    if (names.indexOf(name) < position) return [{ code: "extract/duplicate-column", at: at(name) }];
    if (columns.includes(name)) return [];
    const nearest = nearestOf(
      name,
      missing.filter((column) => !misspelt.has(column)),
    );
    if (nearest !== null) misspelt.add(nearest);
    return [{ code: "extract/unknown-column", at: at(name), nearest }];
  });
  const absent = missing.filter((column) => !misspelt.has(column));
  issues.push(...absent.map((column): Issue => ({ code: "extract/missing-column", at: at(column) })));
  const misplaced = names.find((name, position) => name !== columns[position]);
  if (issues.length === 0 && misplaced !== undefined) {
    issues.push({ code: "extract/column-order", at: at(misplaced), expected: columns });
  }
  return issues;
}

/** The separator of a header that has no comma. */
function foreignSeparator(text: string): string | null {
  const header = /^[^\r\n]*/u.exec(text.trimStart())?.[0] ?? "";
  return header.includes(",") ? null : ([";", "\t", "|"].find((mark) => header.includes(mark)) ?? null);
}

/** The first line that reveals the encoding: line 1 for UTF-16, the first accented letter for windows-1252. */
function firstForeignLine(text: string, encoding: string): number {
  return encoding === "UTF-16" ? 1 : text.split("\n").findIndex((line) => /[\u0080-\uFFFF]/u.test(line)) + 1;
}
