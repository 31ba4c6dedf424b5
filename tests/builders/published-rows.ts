import type { Resolution } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type PublishedTableName, publishedTableNames } from "#schemas/published-tables.ts";

/** The rows of every published table that rests on what people coded, in the order in which `resolve` gives them. */
export function publishedRows(resolution: Resolution): Readonly<Record<PublishedTableName, readonly Row[]>> {
  const rows = new Map(publishedTableNames.map((name): [PublishedTableName, Row[]] => [name, []]));
  const add = (table: PublishedTableName, row: Row) => rows.get(table)?.push(row);
  for (const entry of resolution.entries()) {
    add(entry.table, entry.row);
    for (const row of entry.evidence) add("evidence", row);
    for (const { claims } of entry.columns ?? []) for (const { row } of claims) add("claims", row);
  }
  const all: Partial<Record<PublishedTableName, readonly Row[]>> = Object.fromEntries(rows);
  if (!isWhole(all)) throw new Error("A published table is missing.");
  return all;
}

const isWhole = (
  tables: Partial<Record<PublishedTableName, readonly Row[]>>,
): tables is Record<PublishedTableName, readonly Row[]> => publishedTableNames.every((name) => name in tables);
