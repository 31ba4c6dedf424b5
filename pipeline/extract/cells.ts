import type { Issue } from "#pipeline/core/issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { findFileFault } from "#pipeline/extract/file-fault.ts";
import { checkHeader, FIRST_RECORDS, findHeader } from "#pipeline/extract/header.ts";
import { type Records, readRecords } from "#pipeline/extract/records.ts";

/** One record of a CSV file: its cells in the order of the table's columns, and the line where it starts. */
export interface CellRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file that can be told apart, and what is wrong with the others. */
export interface ExtractedCells {
  readonly rows: readonly CellRow[];
  readonly issues: readonly Issue[];
}

/** Bytes → cells with their places. The header must have exactly the table's columns, in their order. */
export function extractCells(file: DiskFile, columns: readonly string[]): ExtractedCells {
  const at = (line: number | null, column: string | null = null) => ({ file: file.path, line, column });
  const failed = (issue: Issue): ExtractedCells => ({ rows: [], issues: [issue] });

  const fileFault = findFileFault(file, columns);
  if (fileFault !== null) return failed(fileFault);
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
  const names = header.record.slice(0, namedWidth(records)).map((name) => name.trim());
  const below = headerLine(records, columns);
  if (below > header.line) return failed({ code: "extract/lines-above-header", at: at(header.line), header: below });
  const headerIssues = checkHeader(names, { columns, nCells: widthBelow(records) }, (column) =>
    at(header.line, column),
  );
  if (headerIssues.length > 0) return { rows: [], issues: headerIssues };

  const issues: Issue[] = [];
  const rows: CellRow[] = [];
  for (const { record, line } of records.slice(1)) {
    const found = checkRow(record, { columns, width: header.record.length, at: (column) => at(line, column) });
    if (found === null) rows.push({ line, cells: record.slice(0, columns.length) });
    // A whole file with another separator below its header is one fault.
    else if (found.code !== "extract/separator" || issues.at(-1)?.code !== "extract/separator") issues.push(found);
  }
  return { rows, issues };
}

/** The number of cells of every row below the header; `null` if there is no row, or if they differ. */
function widthBelow(records: Records["records"]): number | null {
  const [width = null, ...others] = new Set(records.slice(1).map(({ record }) => record.length));
  return others.length === 0 ? width : null;
}

/** The line of the record that looks like the header; of the first record if none does. */
function headerLine(records: Records["records"], columns: readonly string[]): number {
  const cells = records.slice(0, FIRST_RECORDS).map(({ record }) => record);
  return records[findHeader(cells, columns) ?? 0]?.line ?? 1;
}

interface RowChecks {
  readonly columns: readonly string[];
  /** The number of cells of the header. */
  readonly width: number;
  readonly at: (column: string | null) => Issue["at"];
}

/** Why the cells of a row cannot be told apart, or are none; `null` if nothing is wrong with them. */
function checkRow(record: readonly string[], { columns, width, at }: RowChecks): Issue | null {
  const excess = findExcess(record);
  if (excess !== null) {
    const { limit, size, position } = excess;
    return { code: "extract/too-large", at: at(columns[position ?? -1] ?? null), limit, size };
  }
  if (columns.every((column, position) => record[position]?.trim() === column))
    return { code: "extract/repeated-header", at: at(null) };
  const separator = record.length === 1 ? separatorOf(record[0] ?? "", width) : null;
  if (separator !== null) return { code: "extract/separator", at: at(null), separator };
  if (record.length !== width)
    return { code: "extract/ragged-row", at: at(null), cells: record.length, columns: width };
  const escaped = record.findIndex((cell) => cell.includes('\\"'));
  return escaped === -1 ? null : { code: "extract/escaped-quote", at: at(columns[escaped] ?? null) };
}

/** What separates as many cells in a line as the header has. */
const separatorOf = (line: string, width: number) =>
  width > 1 ? ([";", "\t", "|"].find((mark) => line.split(mark).length === width) ?? null) : null;

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
