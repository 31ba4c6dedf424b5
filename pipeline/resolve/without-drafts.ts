import { groupBy } from "#pipeline/core/group-by.ts";
import { fileStem } from "#pipeline/core/raw-input.ts";
import { type Cells, splitList } from "#pipeline/core/row.ts";
import type { SecondCoding } from "#pipeline/core/second-coding.ts";
import type { SentenceIndexes, StagedLine, StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import {
  type CodedTableName,
  codedAs,
  codedTable,
  codedTableNames,
  statementTableNames,
} from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** What `stage` read, as if the draft sources were not there. */
export interface WithoutDrafts {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** The ids of the draft sources, in the order of sources.csv. */
  readonly drafts: readonly string[];
  /** Number of rows that code a draft source. */
  readonly nRows: number;
  /** Whether a line of a coded table, or an index, text or second coding, was left out. */
  readonly isLeftOut: (path: string, line: number | null) => boolean;
}

type Keeps = (line: StagedLine<Cells>) => boolean;

/**
 * Leaves out the sources with the status `draft` and everything that belongs only to them: their rows and indexes,
 * disagreements that have fewer than two sides without them, links and counts of records that only they state, and
 * actors and places that only their rows name, with the aliases of these. A row that `stage` rejected is left out like
 * any other, if its source could be read.
 */
export function withoutDrafts(
  tables: StagedTables,
  indexes: SentenceIndexes,
  second: readonly SecondCoding[] = [],
): WithoutDrafts {
  const drafts = allLines(tables.sources).flatMap(({ values }) =>
    values.status === "draft" ? [String(values.source_id)] : [],
  );
  const isDraft = (sourceId: unknown) => drafts.includes(String(sourceId));
  const isOfDraft = ({ values }: StagedLine<Cells>) => isDraft(values.source_id);
  const nRows = codedTableNames
    .filter((name) => name !== "sources")
    .reduce((sum, name) => sum + allLines(tables[name]).filter(isOfDraft).length, 0);
  const waiting = waitingDisagreements(tables, isOfDraft);
  const stated = keepLines(tables, () => (row) => !isOfDraft(row) && !waiting.has(row.values.disagreement_id));
  const isOfGone = recordsOnlyIn(tables, stated);
  const coded = keepLines(stated, (name) => (row) => !ABOUT_RECORDS.includes(name) || !isOfGone(row));
  const [needed, named] = [namesIn(coded), namesIn(tables)];
  const isOnlyOfDrafts = (reference: string) => named.has(reference) && !needed.has(reference);
  const kept = keepLines(coded, (name) => {
    if (name === "actor_aliases")
      return ({ values }) =>
        [values.actor_id, values.family_id].every((id) => !isOnlyOfDrafts(`actors.actor_id/${id}`));
    const { mustBeUsed, key } = codedTable(name);
    return ({ values }) => !mustBeUsed || !isOnlyOfDrafts(`${name}.${key[0]}/${values[key[0] ?? ""]}`);
  });
  const codings = second.filter(({ sourceId }) => isDraft(sourceId)).map(({ path }) => path);
  const isInCoding = (path: string) => codings.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const lines = new Map(codedTableNames.map((name) => [kept[name].path, linesOf(kept[name])]));
  const linesBefore = new Map(codedTableNames.map((name) => [tables[name].path, linesOf(tables[name])]));
  return {
    tables: kept,
    indexes: new Map([...indexes].filter(([sourceId]) => !isDraft(sourceId))),
    drafts,
    nRows,
    isLeftOut: (path, line) => {
      const before = linesBefore.get(path);
      if (before === undefined) return isDraft(fileStem(path)) || isInCoding(path);
      return line !== null && before.has(line) && lines.get(path)?.has(line) === false;
    },
  };
}

const allLines = ({ rows, refused }: StagedTable): readonly StagedLine<Cells>[] => [...rows, ...refused];

const linesOf = (table: StagedTable): ReadonlySet<number> => new Set(allLines(table).map(({ line }) => line));

/** The disagreements that have a draft on one side, and without it fewer than two sides. */
function waitingDisagreements({ disagreement_sides: table }: StagedTables, isOfDraft: Keeps): ReadonlySet<unknown> {
  const waiting = new Set<unknown>();
  for (const [id, rows] of groupBy(allLines(table), ({ values }) => String(values.disagreement_id))) {
    const others = rows.filter((row) => !isOfDraft(row));
    const sides = new Set(others.map(({ values }) => values.side));
    if (others.length < rows.length && sides.size < 2) waiting.add(id);
  }
  return waiting;
}

/** The tables with rows about records. */
const ABOUT_RECORDS: readonly CodedTableName[] = ["event_links", "event_counts"];

/** Whether a row is about a record that some statement is about, but none that is kept. */
function recordsOnlyIn(all: StagedTables, kept: StagedTables): Keeps {
  const [before, after] = [recordsIn(all), recordsIn(kept)];
  return ({ values: { table, record_id } }) => {
    const record = `${codedAs(String(table))}/${record_id}`;
    return before.has(record) && !after.has(record);
  };
}

const recordsIn = (tables: StagedTables): ReadonlySet<string> =>
  new Set(
    statementTableNames.flatMap((name) => allLines(tables[name]).map(({ values }) => `${name}/${values.record_id}`)),
  );

/** Every reference of every row, as `actors.actor_id/jnim`. An alias alone does not bring an actor into a release. */
function namesIn(tables: StagedTables): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of codedTableNames.filter((one) => one !== "actor_aliases")) {
    const columns = columnsOf(codedTable(name).row).filter(({ refersTo }) => refersTo !== undefined);
    for (const { values } of allLines(tables[name])) {
      for (const column of columns)
        for (const id of splitList(values[column.name])) names.add(`${column.refersTo}/${id}`);
    }
  }
  return names;
}

function keepLines(tables: StagedTables, keeps: (name: CodedTableName) => Keeps): StagedTables {
  const kept: Partial<Record<CodedTableName, StagedTable>> = {};
  for (const name of codedTableNames) kept[name] = keepIn(tables[name], codedTable(name).key[0], keeps(name));
  if (!isWhole(kept)) throw new Error("A coded table was left out.");
  return kept;
}

const isWhole = (tables: Partial<Record<CodedTableName, StagedTable>>): tables is StagedTables =>
  codedTableNames.every((name) => tables[name] !== undefined);

/** A table with some of its lines, and without the rejected ids that only the others have. */
function keepIn(table: StagedTable, column = "record_id", keeps: Keeps): StagedTable {
  const [kept, dropped] = [table.refused.filter(keeps), table.refused.filter((row) => !keeps(row))];
  const idOf = ({ values }: StagedLine<Cells>) => String(values[column]);
  const droppedIds = new Set(dropped.map(idOf));
  for (const row of kept) droppedIds.delete(idOf(row));
  return {
    ...table,
    rows: table.rows.filter(keeps),
    refused: kept,
    refusedIds: new Set([...table.refusedIds].filter((id) => !droppedIds.has(id))),
  };
}
