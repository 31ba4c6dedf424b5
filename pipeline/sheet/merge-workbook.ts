import type { Issue } from "#pipeline/core/issue.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import type { CodedFile } from "./coded-file.ts";
import { mergeSheet, type TableChange } from "./merge-sheet.ts";
import { type ReadSheet, readWorkbook } from "./read-workbook.ts";
import { parseRowKey, type RowKey } from "./row-key.ts";
import { CODES, IDS } from "./value-lists.ts";
import { WRITTEN } from "./write-sheets.ts";

interface MergedWorkbook {
  /** One for each sheet of a table, also if it changes nothing. */
  readonly changes: readonly TableChange[];
  readonly issues: readonly Issue[];
}

const OTHER_SHEETS: ReadonlySet<string> = new Set([CODES, IDS, WRITTEN]);

/** Merges the sheets of a workbook into the files of their tables. A table without a sheet stays as it is. */
export function mergeWorkbook(workbook: DiskFile, files: readonly CodedFile[]): MergedWorkbook {
  const at = { file: workbook.path, line: null, column: null };
  const sheets = readWorkbook(workbook.bytes);
  if (typeof sheets === "string") return { changes: [], issues: [{ code: `sheet/${sheets}`, at }] };
  const written = sheets.find(({ name }) => name === WRITTEN);
  if (written === undefined) return { changes: [], issues: [{ code: "sheet/not-for-coding", at }] };
  const keysOf = writtenKeys(written);
  const changes: TableChange[] = [];
  const issues: Issue[] = [];
  for (const sheet of sheets.filter(({ name }) => !OTHER_SHEETS.has(name))) {
    const file = files.find(({ table }) => table === sheet.name);
    const keys = keysOf.get(sheet.name);
    if (file === undefined || keys === undefined) {
      issues.push({ code: "sheet/unknown-sheet", at, sheet: sheet.name });
      continue;
    }
    const merged = mergeSheet({ file, sheet, written: keys, workbook: workbook.path });
    changes.push(merged.change);
    issues.push(...merged.issues);
  }
  return { changes, issues };
}

/** The keys of each table's rows, which stand in a column under its name. */
function writtenKeys({ rows }: ReadSheet): ReadonlyMap<string, readonly RowKey[]> {
  const header = [...(rows.get(1) ?? [])];
  const below = [...rows].filter(([number]) => number > 1).sort(([a], [b]) => a - b);
  return new Map(
    header.map(([position, { text }]) => [
      text,
      below.flatMap(([, row]) => parseRowKey(row.get(position)?.text ?? "") ?? []),
    ]),
  );
}
