import { CsvError, parse } from "csv-parse/sync";
import { decode } from "#pipeline/core/decode.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";

/** One record of a CSV file: its cells in the order of the table's columns, and the line on which it begins. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Extracted {
  readonly rows: readonly CellRow[];
  readonly issues: readonly Issue[];
}

/** Bytes → cells with their place. The header must have exactly the table's columns, in their order. */
export function extractCells(file: DiskFile, columns: readonly string[]): Extracted {
  const at = (line: number | null, column: string | null = null) => ({ file: file.path, line, column });
  const failed = (issue: Issue): Extracted => ({ rows: [], issues: [issue] });

  const { text, foreign } = decode(file.bytes);
  if (foreign !== null)
    return failed({ code: "extract/encoding", at: at(firstForeignLine(text, foreign)), encoding: foreign });
  if (text.trim() === "") return failed({ code: "extract/empty-file", at: at(null) });
  const separator = foreignSeparator(text);
  if (separator !== null) return failed({ code: "extract/separator", at: at(1), separator });

  const { records, fault } = readRecords(text);
  if (fault !== null) return failed({ code: fault.code, at: at(fault.line) });
  const [header, ...body] = records;
  if (header === undefined) return failed({ code: "extract/empty-file", at: at(null) });
  const headerIssues = checkHeader(header.record, columns, at);
  if (headerIssues.length > 0) return { rows: [], issues: headerIssues };

  const issues: Issue[] = [];
  const rows: CellRow[] = [];
  for (const { record, line } of body) {
    if (record.length === columns.length) rows.push({ line, cells: record });
    else issues.push({ code: "extract/ragged-row", at: at(line), cells: record.length, columns: columns.length });
  }
  return { rows, issues };
}

type PlaceOf = (line: number | null, column?: string | null) => Issue["at"];

interface Records {
  readonly records: readonly { readonly record: string[]; readonly line: number }[];
  readonly fault: { readonly code: "extract/unclosed-quote" | "extract/stray-quote"; readonly line: number } | null;
}

/** csv-parse counts the line on which a record ends; the line on which it begins is what an editor shows. */
function readRecords(text: string): Records {
  const records: { record: string[]; line: number }[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        lastLine = lines;
        if (record.some((cell) => cell.trim() !== "")) records.push({ record, line: lines - lineBreaksIn(record) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const blank =
      /^(?:[^\S\n]*\n)*/u.exec(
        text
          .split(/\r\n|\r|\n/u)
          .slice(lastLine)
          .join("\n"),
      )?.[0] ?? "";
    const line = lastLine + blank.split("\n").length;
    // A closing quote that is found wrong in a later line was meant to open a text: the one before it was never closed.
    const isUnclosed = error.code === "CSV_QUOTE_NOT_CLOSED" || Number(error.lines) > line;
    return { records, fault: { code: isUnclosed ? "extract/unclosed-quote" : "extract/stray-quote", line } };
  }
  return { records, fault: null };
}

const lineBreaksIn = (record: readonly string[]) =>
  record.reduce(
    (sum, cell) => (cell.includes("\n") || cell.includes("\r") ? sum + cell.split(/\r\n|\r|\n/u).length - 1 : sum),
    0,
  );

function checkHeader(header: readonly string[], columns: readonly string[], at: PlaceOf): Issue[] {
  const names = header.map((name) => name.trim());
  const issues: Issue[] = [];
  const missing = columns.filter((column) => !names.includes(column));
  names.forEach((name, position) => {
    if (names.indexOf(name) < position) issues.push({ code: "extract/duplicate-column", at: at(1, name) });
    else if (!columns.includes(name))
      issues.push({ code: "extract/unknown-column", at: at(1, name), nearest: nearestOf(name, missing) });
  });
  issues.push(...missing.map((column): Issue => ({ code: "extract/missing-column", at: at(1, column) })));
  const misplaced = names.find((name, position) => name !== columns[position]);
  if (issues.length === 0 && misplaced !== undefined) {
    issues.push({ code: "extract/column-order", at: at(1, misplaced), expected: columns });
  }
  return issues;
}

/** What separates the names of a header that has no comma. */
function foreignSeparator(text: string): string | null {
  const header = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  return header.includes(",") ? null : ([";", "\t", "|"].find((mark) => header.includes(mark)) ?? null);
}

/** Where the encoding first shows: the whole of a UTF-16 file, the first letter with an accent of a windows-1252 one. */
function firstForeignLine(text: string, encoding: string): number {
  return encoding === "UTF-16" ? 1 : text.split("\n").findIndex((line) => /[\u0080-\uFFFF]/u.test(line)) + 1;
}
