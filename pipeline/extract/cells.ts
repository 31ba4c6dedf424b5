import { decode } from "#pipeline/core/decode.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { type Records, readRecords } from "#pipeline/extract/records.ts";

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

  const { records, fault, isCut } = readRecords(file.bytes);
  if (fault !== null) return failed({ code: fault.code, at: at(fault.line) });
  const [header] = records;
  if (header === undefined) return failed({ code: "extract/empty-file", at: at(null) });
  if (isCut) return failed({ code: "extract/too-large", at: at(null), limit: "rows", size: records.length });
  const headerExcess = findExcess(header.record);
  if (headerExcess !== null)
    return failed({
      code: "extract/too-large",
      at: at(header.line),
      limit: headerExcess.limit,
      size: headerExcess.size,
    });
  const width = header.record.length;
  const names = header.record.slice(0, namedWidth(records)).map((name) => name.trim());
  const headerIssues = checkHeader(names, columns, (column) => at(header.line, column));
  if (headerIssues.length > 0) return { rows: [], issues: headerIssues };

  const issues: Issue[] = [];
  const rows: CellRow[] = [];
  for (let position = 1; position < records.length; position += 1) {
    const { record, line } = records[position] ?? header;
    const excess = findExcess(record);
    if (excess !== null) {
      const { limit, size, position: cell } = excess;
      issues.push({ code: "extract/too-large", at: at(line, columns[cell ?? -1] ?? null), limit, size });
    } else if (record.length === width) rows.push({ line, cells: record.slice(0, columns.length) });
    else issues.push({ code: "extract/ragged-row", at: at(line), cells: record.length, columns: width });
  }
  return { rows, issues };
}

interface Excess {
  readonly limit: "cells" | "cellLength" | "rowLength";
  readonly size: number;
  /** Of the cell that is too long. */
  readonly position: number | null;
}

/** The first limit that a record exceeds. */
function findExcess(record: readonly string[]): Excess | null {
  if (record.length > limits.cells) return { limit: "cells", size: record.length, position: null };
  const position = record.findIndex((cell) => cell.length > limits.cellLength);
  const size = record[position]?.length;
  if (size !== undefined) return { limit: "cellLength", size, position };
  const sum = record.reduce((length, cell) => length + cell.length, 0);
  return sum > limits.rowLength ? { limit: "rowLength", size: sum, position: null } : null;
}

/** The number of columns without the empty ones that a spreadsheet can leave on the right, which have neither a name nor a value. */
function namedWidth(records: Records["records"]): number {
  const width = records[0]?.record.length ?? 0;
  return records
    .filter(({ record }) => record.length === width)
    .reduce((widest, { record }) => Math.max(widest, record.findLastIndex((cell) => cell.trim() !== "") + 1), 0);
}

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
  return encoding === "UTF-16" ? 1 : text.split(/\r\n|\r|\n/u).findIndex((line) => /[\u0080-\uFFFF]/u.test(line)) + 1;
}
