import { byCodeUnit, byColumns } from "#pipeline/core/order.ts";
import type {
  Claim,
  ColumnResolution,
  Entry,
  RegisterEntry,
  Resolution,
  ResolvedRecord,
  Statement,
} from "#pipeline/core/resolution.ts";
import type { Cells, Row } from "#pipeline/core/row.ts";
import { wholeRow } from "#pipeline/resolve/whole-row.ts";
import {
  type CodedRow,
  type CodedTableName,
  codedAs,
  codedTable,
  contentColumns,
  type StatedTableName,
} from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";
import {
  isStatedTable,
  type PublishedRow,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";
import { aCodedRow } from "#tests/builders/raw.ts";

/** Rows of published tables; a table that is not there has none. */
export type RowsByTable = ReadonlyMap<PublishedTableName, readonly Row[]>;

/** A resolution with these rows, given in any order. Claims and evidence go to the entry that they name. */
export function aResolution(rows: RowsByTable): Resolution {
  const names = publishedTableNames.filter((name) => isStatedTable(name) || name in registers).sort(byCodeUnit);
  const entries = names.flatMap((name) =>
    (rows.get(name) ?? []).toSorted(byColumns(publishedTable(name).key)).map((row) => anEntry(name, row, rows)),
  );
  return {
    issues: [],
    coverage: [],
    nRecords: entries.filter(({ columns }) => columns !== undefined).length,
    entries: (table) => entries.filter((entry) => table === undefined || entry.table === table),
    find: (table, id) => entries.find((entry) => entry.table === table && entry.id === id) ?? null,
  };
}

function anEntry(name: PublishedTableName, row: Row, rows: RowsByTable): Entry {
  if (isStatedTable(name)) return aRecord(name, row, rows);
  const register = Object.values(registers).find(({ table }) => table === name);
  if (register === undefined) throw new Error(`The rows of ${name} are not entries.`);
  return register.entry(row, evidenceOf(name, row, rows));
}

const aRegister = <N extends RegisterEntry["table"]>(table: N, key: keyof PublishedRow<N> & string) => ({
  table,
  entry: (row: Row, evidence: readonly PublishedRow<"evidence">[]) => ({
    table,
    id: String(row[key]),
    row: wholeRow(table, [row]),
    evidence,
  }),
});

const registers = {
  actors: aRegister("actors", "actor_id"),
  cited_works: aRegister("cited_works", "work_id"),
  disagreement_sides: aRegister("disagreement_sides", "disagreement_id"),
  disagreements: aRegister("disagreements", "disagreement_id"),
  errata: aRegister("errata", "erratum_id"),
  event_counts: aRegister("event_counts", "record_id"),
  event_links: aRegister("event_links", "record_id"),
  expansion_by_country: aRegister("expansion_by_country", "country"),
  passed_over: aRegister("passed_over", "locator"),
  places: aRegister("places", "place_id"),
  retired: aRegister("retired", "record_id"),
  source_provenance: aRegister("source_provenance", "source_id"),
};

function aRecord(table: StatedTableName, row: Row, rows: RowsByTable): ResolvedRecord {
  const whole = wholeRow(table, [row]);
  const claims = rowsAbout(table, whole.record_id, rows.get("claims") ?? []).map((claim) =>
    wholeRow("claims", [claim]),
  );
  const coded = codedAs(table);
  const columns = (coded === null ? [] : contentColumns(coded)).flatMap((column): ColumnResolution[] => {
    const own = claims.filter((claim) => claim.column === column.name).map(aClaim);
    const { agreement } = whole;
    return own.length === 0
      ? []
      : [{ column, rule: column.rule ?? "preferred", agreement, isFromOthers: false, claims: own, published: {} }];
  });
  const statements = columns.flatMap((resolution) => resolution.claims.map(({ statement }) => statement));
  const evidence = evidenceOf(table, row, rows);
  return { table, id: whole.record_id, row: whole, evidence, statements, silentSources: new Set(), columns };
}

const aClaim = (row: PublishedRow<"claims">): Claim => ({ statement: aStatement(row), counts: true, row });

function aStatement({ table, record_id, source_id, evidence }: PublishedRow<"claims">): Statement {
  const values = aCodedRow("events", { record_id, source_id, evidence });
  if (!isStatedTable(table) || !isRowOf("events", values)) throw new Error(`${table} holds no statements.`);
  const at = { file: "raw/coded/events.csv", line: 2, column: null };
  return { table, recordId: record_id, sourceId: source_id, evidence, values, at };
}

const isRowOf = <N extends CodedTableName>(name: N, cells: Cells): cells is CodedRow<N> & Cells =>
  columnNames(codedTable(name).row).every((column) => column in cells);

const evidenceOf = (table: PublishedTableName, row: Row, rows: RowsByTable) =>
  rowsAbout(table, String(row[publishedTable(table).key.at(-1) ?? ""]), rows.get("evidence") ?? [])
    .toSorted(byColumns(publishedTable("evidence").key))
    .map((sentence) => wholeRow("evidence", [sentence]));

const rowsAbout = (table: PublishedTableName, id: string, rows: readonly Row[]) =>
  rows.filter((row) => row.table === table && row.record_id === id);
