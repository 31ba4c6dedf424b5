import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { byColumns } from "#pipeline/core/order.ts";
import type { FileFacts, Pause, Workspace } from "#pipeline/core/release-store.ts";
import type { Entry, Resolution } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import {
  type PublishedRow,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";
import { codelistRows, columnRows } from "./dictionary.ts";
import { collectExamples, type Examples } from "./examples.ts";
import { checkPointers } from "./pointers.ts";
import { type ReleaseTable, tableWriter } from "./table-writer.ts";

/** The canonical files of a release, with all the facts that its other files are made from. */
export interface ReleaseContent {
  readonly tables: readonly ReleaseTable[];
  /** Facts of the CSV files. */
  readonly files: readonly FileFacts[];
  readonly sources: readonly PublishedRow<"source_provenance">[];
  readonly examples: Examples;
  /** How well second codings agree. */
  readonly agreement: readonly SourceAgreement[];
  readonly nRecords: number;
  /** Number of records with only one independent source. */
  readonly nAlone: number;
}

interface ToWrite {
  readonly resolution: Resolution;
  readonly agreement: readonly SourceAgreement[];
  readonly workspace: Workspace;
  /** Called for every entry. */
  readonly observe: (entry: Entry) => void;
  readonly pause: Pause;
}

/** Number of entries between two pauses: a few milliseconds of work. */
const ENTRIES_AT_A_TIME = 200;

/** Writes the canonical file of every table in one pass over the entries, without keeping them in memory. */
export async function writeTables({
  resolution,
  agreement,
  workspace,
  observe,
  pause,
}: ToWrite): Promise<ReleaseContent> {
  const writers = new Map(publishedTableNames.map((name) => [name, tableWriter(name, workspace)]));
  const pointers = checkPointers(publishedTableNames);
  const add = (table: PublishedTableName, row: Row) => {
    pointers.add(table, row);
    writers.get(table)?.add(row);
  };
  const sources = [...resolution.entries("source_provenance")].flatMap((entry) =>
    entry.table === "source_provenance" ? [entry.row] : [],
  );
  const examples = collectExamples(sources);
  let [seen, nAlone] = [0, 0];
  for (const entry of resolution.entries()) {
    checkRow(entry.table, entry.row);
    add(entry.table, entry.row);
    for (const row of entry.evidence) add("evidence", row);
    if (entry.columns !== undefined) {
      for (const { claims } of entry.columns) for (const { row } of claims) add("claims", row);
      if (entry.row.n_independent_sources === 1) nAlone += 1;
    }
    examples.add(entry);
    observe(entry);
    seen += 1;
    if (seen % ENTRIES_AT_A_TIME === 0) await pause();
  }
  for (const row of codelistRows().sort(byColumns(["codelist", "code"]))) add("codelists", row);
  for (const row of columnRows().sort(byColumns(["table", "column"]))) add("columns", row);
  pointers.close();
  const written = [];
  for (const writer of writers.values()) {
    written.push(writer.close());
    await pause();
  }
  return {
    tables: written.map(({ table }) => table),
    files: written.map(({ file }) => file),
    sources,
    examples: examples.examples(),
    agreement,
    nRecords: resolution.nRecords,
    nAlone,
  };
}

/**
 * Checks a row against the schema of its table, and throws if it does not match. A test of the data checks the rows of
 * `claims` and `evidence` instead, because there are ten times as many of them.
 */
function checkRow(table: PublishedTableName, row: Row): void {
  const { success, error } = publishedTable(table).row.safeParse(row);
  if (success) return;
  const faults = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const id = publishedTable(table)
    .key.map((column) => row[column])
    .join(" ");
  throw new Error(`${table} ${id} would be published, but does not match its own schema. ${faults.join("; ")}`);
}
