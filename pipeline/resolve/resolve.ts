import type { Issue } from "#pipeline/core/issue.ts";
import { byCodeUnit, byColumns } from "#pipeline/core/order.ts";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import type { Entry, EntryTableName, Resolution } from "#pipeline/core/resolution.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { readRegisters } from "#pipeline/resolve/carry-along.ts";
import { checkAliases } from "#pipeline/resolve/check-aliases.ts";
import { checkCorrectionNames } from "#pipeline/resolve/check-corrections.ts";
import { checkDisagreements } from "#pipeline/resolve/check-disagreements.ts";
import { conflictingColumns } from "#pipeline/resolve/columns.ts";
import { checkDecisions, readDecisions } from "#pipeline/resolve/decisions.ts";
import type { Conflict } from "#pipeline/resolve/disagreements.ts";
import { checkEventData } from "#pipeline/resolve/event-data.ts";
import { checkEvidence, evidenceReader, type Resting } from "#pipeline/resolve/evidence.ts";
import { readIndependence } from "#pipeline/resolve/independence.ts";
import { checkKeys } from "#pipeline/resolve/keys.ts";
import { type NamedDisagreements, nameDisagreements } from "#pipeline/resolve/named-disagreements.ts";
import { readNesting } from "#pipeline/resolve/nested-places.ts";
import { checkOneThing } from "#pipeline/resolve/one-thing.ts";
import { checkPlausible } from "#pipeline/resolve/plausible/plausible.ts";
import { byPreference } from "#pipeline/resolve/preference.ts";
import { groupRecords, type RecordGroups } from "#pipeline/resolve/record-groups.ts";
import { checkRecordIds } from "#pipeline/resolve/record-ids.ts";
import { checkReferences } from "#pipeline/resolve/references.ts";
import { type RegisterEntries, registerEntries } from "#pipeline/resolve/register-entries.ts";
import { reviewRecord } from "#pipeline/resolve/review.ts";
import { checkSameDocuments } from "#pipeline/resolve/same-documents.ts";
import { allOf, readStatements } from "#pipeline/resolve/statements.ts";
import { checkTimes } from "#pipeline/resolve/time.ts";
import { checkSplits, checkTombstones } from "#pipeline/resolve/tombstones.ts";
import type { PartialDate } from "#schemas/cell-values.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";
import { isStatedTable, publishedTable, publishedTableNames } from "#schemas/published-tables.ts";

interface ResolveInput {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** The outlines of countries and regions. */
  readonly outlines: readonly OutlinedUnit[];
}

/**
 * Typed rows → records. References, evidence and duplicates are checked immediately; records are computed one at a time
 * when they are requested.
 */
export function resolve({ tables, indexes, outlines }: ResolveInput): Resolution {
  const statements = readStatements(tables);
  const { independence, issues: circles } = readIndependence(tables.sources);
  const publishedOn = publicationDates(tables);
  const reader = evidenceReader(indexes);
  const registers = readRegisters(tables);
  const disagreements = nameDisagreements(tables);
  const isNested = readNesting(tables);
  const groups = groupRecords(statements, {
    independence,
    compare: byPreference(tables.sources),
    decidedFor: readDecisions(tables.decisions),
    disagreements,
    isNested,
    publishedOn,
    registers,
    evidence: reader,
  });
  const { coverage, issues: unread } = checkEvidence({
    resting: restingRows(tables),
    reader,
    indexes,
    sources: tables.sources,
  });
  const { warnings, conflicts } = review(groups, disagreements);
  const entries = registerEntries({
    tables,
    statements,
    coverage,
    registers,
    evidence: reader,
    groups,
    conflicts,
    independence,
  });
  const inUse = idsInUse(groups, entries);
  const issues: Issue[] = [
    ...circles,
    ...checkSameDocuments(tables.sources),
    ...checkKeys(tables, statements),
    ...checkRecordIds(tables),
    ...checkReferences(tables),
    ...checkOneThing({ statements, independence, disagreements, isNested, registers, evidence: reader }),
    ...checkDisagreements({ tables, statements, evidence: reader }),
    ...checkTimes(allOf(statements), publishedOn),
    ...checkPlausible({ tables, statements: allOf(statements), publishedOn, outlines }),
    ...checkDecisions(tables, groups.find),
    ...checkCorrectionNames(tables),
    ...checkAliases(tables),
    ...checkEventData({ tables, groups }),
    ...checkTombstones(tables, inUse),
    ...checkSplits(tables, allOf(statements), inUse),
    ...unread,
    ...warnings,
  ];
  return {
    issues,
    coverage,
    nRecords: groups.nRecords,
    entries: (table) => entriesOf(table === undefined ? ENTRY_TABLES : [table], groups, entries),
    find: (table, id) => {
      if (isStatedTable(table)) return groups.find(table, id);
      return entries[table]().find((entry) => entry.id === id) ?? null;
    },
  };
}

/** What an editor should look at, and the columns in conflict, in one pass over the records that several statements make. */
function review(groups: RecordGroups, disagreements: NamedDisagreements): { warnings: Issue[]; conflicts: Conflict[] } {
  const warnings: Issue[] = [];
  const conflicts: Conflict[] = [];
  for (const record of groups.joint()) {
    const { table, id, columns } = record;
    for (const warning of reviewRecord(record)) warnings.push(warning);
    const own = disagreements.ownOf({ table, id, conflicting: conflictingColumns(columns) });
    if (own.length > 0) conflicts.push({ record, columns: columns.filter(({ column }) => own.includes(column.name)) });
  }
  return { warnings, conflicts };
}

type RegisterName = keyof RegisterEntries;

/** The tables whose rows come with the entries of the others, or from the schemas. */
const MADE_ELSEWHERE: ReadonlySet<string> = new Set(["claims", "evidence", "codelists", "columns"]);

/** The published tables that contain entries, in the order of the table `evidence`. */
const ENTRY_TABLES = publishedTableNames
  .filter((name): name is EntryTableName => !MADE_ELSEWHERE.has(name))
  .sort(byCodeUnit);

const REGISTERS = ENTRY_TABLES.filter((name): name is RegisterName => !isStatedTable(name));

function* entriesOf(
  tables: readonly EntryTableName[],
  groups: RecordGroups,
  registers: RegisterEntries,
): Generator<Entry> {
  for (const table of tables) {
    if (isStatedTable(table)) {
      yield* groups.records(table);
    } else {
      const byKey = byColumns(publishedTable(table).key);
      yield* registers[table]().sort((a, b) => byKey(a.row, b.row));
    }
  }
}

function publicationDates({ sources }: StagedTables): (sourceId: string) => PartialDate | null {
  const dates = new Map(sources.rows.map(({ values }) => [values.source_id, values.date_published]));
  return (sourceId) => dates.get(sourceId) ?? null;
}

/** By published table, the ids in use, which no tombstone may have. */
const idsInUse = (groups: RecordGroups, registers: RegisterEntries): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map<string, ReadonlySet<string>>([
    ...groups.ids,
    ...REGISTERS.filter((name) => name !== "retired").map((name): [string, ReadonlySet<string>] => [
      name,
      new Set(registers[name]().map(({ id }) => id)),
    ]),
  ]);

/** Every row that names sentences. */
function* restingRows(tables: StagedTables): Generator<Resting> {
  for (const name of codedTableNames) {
    const { path, rows } = tables[name];
    for (const { line, values } of rows) {
      if (!("evidence" in values)) continue;
      const { source_id: sourceId, evidence } = values;
      yield { passedOver: null, sourceId, evidence, at: { file: path, line, column: "evidence" } };
    }
  }
  const { path, rows } = tables.passed_over;
  for (const { line, values } of rows) {
    const at = { file: path, line, column: "locator" };
    yield { passedOver: values.reason, sourceId: values.source_id, evidence: values.locator, at };
  }
}
