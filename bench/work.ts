import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { type ReleaseTable, sortTables } from "#pipeline/publish/sorted-tables.ts";
import { csvFile, jsonRowsFile } from "#pipeline/publish/table-files.ts";
import { validateOutput } from "#pipeline/publish/validate-output.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { enlarge } from "./enlarge.ts";

const MICROSECONDS = 1e6;

const [work, times, seed] = process.argv.slice(2);
const raw = await enlarge(join(import.meta.dirname, "../raw"), Number(times), Number(seed));
const done = work === "pipeline" ? runPipeline(raw) : runBare(raw);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...done, peakMb }));

/** What `run` does with raw files on the way to the data files of a release: from `resolve` on, the tables alone are held. */
function runPipeline(input: RawInput) {
  const start = process.hrtime.bigint();
  const { tables, rows } = tablesOf(input);
  const resolvedAt = process.hrtime.bigint();
  validateOutput(tables);
  let bytes = 0;
  for (const table of tables) bytes += csvFile(table).bytes.length + jsonRowsFile(table).bytes.length;
  const end = process.hrtime.bigint();
  return { rows, bytes, seconds: secondsBetween(start, end), resolveSeconds: secondsBetween(start, resolvedAt) };
}

function tablesOf(input: RawInput) {
  const { staged, resolved } = resolveRaw(input);
  const rows = [...staged.tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
  return { tables: sortTables(resolved.tables), rows };
}

/** The least that has to be done: csv-parse reads every coded table, csv-stringify writes every published one. */
function runBare(input: RawInput) {
  const tables = tablesOf(input).tables.map(cellsOf);
  const start = process.hrtime.bigint();
  let rows = 0;
  for (const { bytes } of input.coded) rows += parse(bytes).length;
  for (const table of tables) stringify(table);
  return { rows, seconds: secondsBetween(start, process.hrtime.bigint()) };
}

function cellsOf({ fields, rows }: ReleaseTable) {
  return rows.map((row) => fields.map(({ name }) => row[name] ?? null));
}

function secondsBetween(start: bigint, end: bigint): number {
  return Number((end - start) / 1000n) / MICROSECONDS;
}
