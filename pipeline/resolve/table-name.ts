import type { Issue, Place } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";

/**
 * Checks that a cell names a published table that these coded tables are published in. If it names a coded table, the
 * issue suggests the published name.
 */
export function checkTableName(value: string, coded: readonly CodedTableName[], at: Place): Issue[] {
  const names = coded.flatMap((name) => codedTable(name).publishedIn);
  if (names.includes(value)) return [];
  const named = coded.find((name) => name === value);
  const nearest = named === undefined ? nearestOf(value, names) : (codedTable(named).publishedIn[0] ?? null);
  return [{ code: "resolve/unknown-table", at, value, nearest }];
}
