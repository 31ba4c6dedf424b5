import { formatIssue } from "#pipeline/core/format-issue.ts";
import { isWarning } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { plural } from "#pipeline/core/plural.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { LONGEST_TEXT } from "#pipeline/core/xlsx/cell-limit.ts";
import { extractCells } from "#pipeline/extract/cells.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { replaceFile } from "#pipeline/io/durable-write.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { readInput } from "#pipeline/io/read-input.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { applyChange } from "#pipeline/sheet/apply-change.ts";
import { type CodedFile, readCodedFile } from "#pipeline/sheet/coded-file.ts";
import { formatChange, isUnchanged } from "#pipeline/sheet/format-change.ts";
import { mergeWorkbook } from "#pipeline/sheet/merge-workbook.ts";
import { writeSheets } from "#pipeline/sheet/write-sheets.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

export interface SheetOptions {
  readonly raw: string;
  /** The tables to write or read; empty for all. */
  readonly tables: readonly string[];
  readonly out?: string | undefined;
  readonly read?: string | undefined;
}

/** Writes a workbook for coding, or reads one and writes its changes into raw/coded. */
export async function sheet({ raw, tables, out, read }: SheetOptions): Promise<number> {
  if ((out === undefined) === (read === undefined))
    throw new UsageError("Name the workbook to write with --out FILE.xlsx, or the one to read with --read FILE.xlsx.");
  const wanted = tables.map(asTable);
  if (read !== undefined)
    return runAlone({ raw, report }, (signal, assertHeld) =>
      readSheet({ raw, wanted, path: read }, signal, assertHeld),
    );
  const settled = await settleRaw(raw, report);
  return settled === 0 ? writeSheet({ raw, wanted, path: out ?? "" }) : settled;
}

interface Work {
  readonly raw: string;
  readonly wanted: readonly CodedTableName[];
  /** The workbook. */
  readonly path: string;
}

async function writeSheet({ raw, wanted, path }: Work): Promise<number> {
  const found = readInput(path);
  if (!("fault" in found) || found.fault !== "vanished")
    throw new UsageError(
      `${path} exists already, and may hold changes that were not read. Delete it, or name another file.`,
    );
  const files = await readCoded(raw);
  if (files === null) return 1;
  const chosen = files.filter(({ table }) => wanted.length === 0 || wanted.includes(table));
  for (const { path: coded, rows } of chosen)
    for (const { line, values } of rows)
      if (values.some((value) => value.length > LONGEST_TEXT))
        throw new UsageError(
          `${coded}:${line} has a text of more than ${LONGEST_TEXT} characters, which no spreadsheet can hold.`,
        );
  await replaceFile(path, writeSheets(files, chosen));
  print(`${path}: ${chosen.map(({ table, rows }) => `${table} (${plural(rows.length, "row")})`).join(", ")}.`);
  return 0;
}

async function readSheet({ raw, wanted, path }: Work, signal: AbortSignal, assertHeld: AssertHeld): Promise<number> {
  const found = readInput(path);
  if ("fault" in found && found.fault === "vanished")
    throw new UsageError(`${path} does not exist. Name a workbook with --read FILE.xlsx.`);
  if ("fault" in found)
    throw new UsageError(`${path} cannot be read as a file. Name a workbook with --read FILE.xlsx.`);
  const files = await readCoded(raw);
  if (files === null) return 1;
  const merged = mergeWorkbook({ path, bytes: found.bytes }, files);
  const changes = merged.changes.filter(({ file }) => wanted.length === 0 || wanted.includes(file.table));
  const names = new Set<string>(changes.map(({ file }) => file.table));
  const issues = merged.issues.filter((issue) => wanted.length === 0 || !("sheet" in issue) || names.has(issue.sheet));
  for (const issue of issues) report(formatIssue(issue));
  const errors = issues.filter((issue) => !isWarning(issue));
  if (errors.length > 0) {
    report(`Nothing was written. ${plural(errors.length, "error")}.`);
    return 1;
  }
  const real = changes.filter((change) => !isUnchanged(change));
  await pauseFor(signal)();
  await assertHeld();
  await replaceFiles(raw, {
    command: "sheet --read",
    files: real.map((change) => ({ path: change.file.path, bytes: applyChange(change) })),
  });
  for (const line of real.flatMap(formatChange)) print(line);
  print(`${plural(changes.length - real.length, "table")} unchanged.`);
  if (real.length > 0)
    print("Before you go on in a spreadsheet, write a new workbook. Then run: npm run pipeline -- validate");
  return 0;
}

/** The coded tables; `null`, with their issues reported, if a file cannot be read cell by cell. */
async function readCoded(raw: string): Promise<readonly CodedFile[] | null> {
  const { coded } = await readRawFolder(raw, []);
  const tables = codedTableNames.flatMap((table): { table: CodedTableName; file: DiskFile }[] => {
    const file = coded.find(({ path }) => fileStem(path) === table);
    return file === undefined ? [] : [{ table, file }];
  });
  const issues = tables.flatMap(({ table, file }) => extractCells(file, columnNames(codedTable(table).row)).issues);
  const faults = issues.filter((issue) => !isWarning(issue));
  for (const issue of faults) report(formatIssue(issue));
  return faults.length > 0 ? null : tables.map(({ table, file }) => readCodedFile(table, file));
}

function asTable(name: string): CodedTableName {
  const table = codedTableNames.find((known) => known === name);
  if (table !== undefined) return table;
  const nearest = nearestOf(name, codedTableNames);
  const suggestion = nearest === null ? `The tables are ${codedTableNames.join(", ")}.` : `Did you mean "${nearest}"?`;
  throw new UsageError(`There is no coded table "${name}". ${suggestion}`);
}
