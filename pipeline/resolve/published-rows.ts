import type { ResolvedRecord } from "#pipeline/core/record.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { carriedAlong, type Registers, readRegisters } from "#pipeline/resolve/carry-along.ts";
import type { EvidenceReport } from "#pipeline/resolve/evidence.ts";
import { orderExpansion } from "#pipeline/resolve/expansion-order.ts";
import { provenanceCounts, sourcesNaming } from "#pipeline/resolve/provenance.ts";
import { contentColumns, type TableOfRecords } from "#pipeline/resolve/records.ts";
import { publishedTableOf } from "#pipeline/resolve/statements.ts";
import { columnsOf, type NamedColumn } from "#schemas/column.ts";
import { type CodedTableName, codedTable, type PublishedTableName } from "#schemas/tables.ts";

export interface ResolvedParts {
  readonly tables: StagedTables;
  readonly recordsOf: ReadonlyMap<CodedTableName, TableOfRecords>;
  readonly records: readonly ResolvedRecord[];
  readonly evidence: EvidenceReport;
}

/** The rows of every published table that rests on what people coded. */
export function publishedRows({
  tables,
  recordsOf,
  records,
  evidence,
}: ResolvedParts): Map<PublishedTableName, readonly Row[]> {
  const registers = readRegisters(tables);
  const published = new Map<PublishedTableName, Row[]>();
  const add = (table: PublishedTableName, row: Row) => {
    const rows = published.get(table);
    if (rows === undefined) published.set(table, [row]);
    else rows.push(row);
  };
  for (const [name, found] of recordsOf) {
    const columns = contentColumns(name);
    for (const { table, row } of found.records) add(table, { ...row, ...carriedCells(columns, row, registers) });
  }
  published.set("expansion_timeline", orderExpansion(published.get("expansion_timeline") ?? []));
  const register = (name: CodedTableName, extra: (row: Row) => Row = () => ({})) => {
    const columns = columnsOf(codedTable(name).row);
    for (const { values } of tables.get(name)?.rows ?? []) {
      add(publishedTableOf(name, values), { ...values, ...carriedCells(columns, values, registers), ...extra(values) });
    }
  };
  const namingActor = sourcesNaming(recordsOf, "actors.actor_id");
  const namingPlace = sourcesNaming(recordsOf, "places.place_id");
  register("sources", ({ source_id }) =>
    provenanceCounts(
      String(source_id),
      records,
      evidence.coverage.find(({ sourceId }) => sourceId === source_id),
    ),
  );
  register("actors", ({ actor_id }) => ({ source_ids: namingActor(String(actor_id)) }));
  register("places", ({ place_id }) => ({ source_ids: namingPlace(String(place_id)) }));
  register("cited_works");
  register("errata");
  register("retired");
  published.set(
    "claims",
    [...recordsOf.values()].flatMap(({ claims }) => claims),
  );
  published.set("evidence", [...evidence.rows]);
  return published;
}

const carriedCells = (columns: readonly NamedColumn[], row: Row, registers: Registers): Row =>
  Object.assign({}, ...columns.map((column) => carriedAlong(column, row, registers)));
