import type { Issue } from "#pipeline/core/issue.ts";
import { type PartialDate, readPartialDate } from "#pipeline/core/partial-date.ts";
import type { Resolved, ResolvedRecord, Statement } from "#pipeline/core/record.ts";
import type { SentenceIndexes, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { checkDecisions, readDecisions } from "#pipeline/resolve/decisions.ts";
import { type EvidenceReport, type Resting, resolveEvidence } from "#pipeline/resolve/evidence.ts";
import { readIndependence } from "#pipeline/resolve/independence.ts";
import { checkKeys } from "#pipeline/resolve/keys.ts";
import { byPreference } from "#pipeline/resolve/preference.ts";
import { publishedRows } from "#pipeline/resolve/published-rows.ts";
import { checkIdentity, type ResolutionContext, resolveRecords } from "#pipeline/resolve/records.ts";
import { checkReferences } from "#pipeline/resolve/references.ts";
import { publishedTableOf, readStatements } from "#pipeline/resolve/statements.ts";
import { checkTimes } from "#pipeline/resolve/time.ts";
import { checkTombstones } from "#pipeline/resolve/tombstones.ts";
import { type CodedTableName, codedTable } from "#schemas/tables.ts";

export interface ResolveInput {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
}

export interface ResolveOutput extends Resolved {
  readonly coverage: EvidenceReport["coverage"];
  readonly issues: readonly Issue[];
}

const NO_ROWS: StagedTable = { path: "", rows: [], isComplete: false, refusedIds: new Set(), refused: [] };

/** Typed rows → records: references, evidence, duplicates, statements side by side, derived tables. */
export function resolve({ tables, indexes }: ResolveInput): ResolveOutput {
  const sources = tables.get("sources") ?? NO_ROWS;
  const statements = readStatements(tables);
  const all = [...statements.values()].flat();
  const { independence, issues: circles } = readIndependence(sources);
  const context: ResolutionContext = {
    independence,
    compare: byPreference(sources),
    decidedFor: readDecisions(tables.get("decisions")),
    publishedOn: publicationDates(sources),
  };
  const recordsOf = new Map([...statements].map(([name, rows]) => [name, resolveRecords(name, rows, context)]));
  const records = [...recordsOf.values()].flatMap((table) => table.records);
  const evidence = resolveEvidence(restingRows(tables, all), indexes, sources);
  const published = publishedRows({ tables, recordsOf, records, evidence });
  return {
    tables: published,
    records,
    coverage: evidence.coverage,
    issues: [
      ...circles,
      ...checkKeys(tables, statements),
      ...[...statements].flatMap(([name, rows]) => checkIdentity(name, rows)),
      ...checkReferences(tables),
      ...checkTimes(all, context.publishedOn),
      ...checkDecisions(tables, records, undecided(statements, context)),
      ...checkTombstones(tables, published),
      ...evidence.issues,
    ],
  };
}

function publicationDates(sources: StagedTable): (sourceId: string) => PartialDate | null {
  const dates = new Map(
    sources.rows.map(({ values }) => [
      String(values.source_id),
      typeof values.date_published === "string" ? readPartialDate(values.date_published) : null,
    ]),
  );
  return (sourceId) => dates.get(sourceId) ?? null;
}

/** How a record would be resolved if nobody had decided anything. */
function undecided(statements: ReadonlyMap<CodedTableName, readonly Statement[]>, context: ResolutionContext) {
  const nameOf = new Map([...statements].flatMap(([name, rows]) => rows.map((row) => [row.table, name] as const)));
  return (group: readonly Statement[]): ResolvedRecord | undefined => {
    const name = group[0] === undefined ? undefined : nameOf.get(group[0].table);
    return name === undefined
      ? undefined
      : resolveRecords(name, group, { ...context, decidedFor: () => null }).records[0];
  };
}

/** Every row that names sentences: statements, and the registers that have an evidence or locator column. */
function restingRows(tables: StagedTables, statements: readonly Statement[]): Resting[] {
  const ofRegister = (name: "cited_works" | "errata" | "passed_over"): Resting[] => {
    const [key = ""] = codedTable(name).key;
    const column = name === "passed_over" ? "locator" : "evidence";
    const { path, rows } = tables.get(name) ?? NO_ROWS;
    return rows.map(({ line, values }) => ({
      table: name === "passed_over" ? null : publishedTableOf(name, values),
      id: String(values[key]),
      sourceId: String(values.source_id),
      evidence: String(values[column]),
      at: { file: path, line, column },
    }));
  };
  return [
    ...statements.map(({ table, recordId, sourceId, evidence, at }) => ({
      table,
      id: recordId,
      sourceId,
      evidence,
      at: { ...at, column: "evidence" },
    })),
    ...ofRegister("cited_works"),
    ...ofRegister("errata"),
    ...ofRegister("passed_over"),
  ];
}
