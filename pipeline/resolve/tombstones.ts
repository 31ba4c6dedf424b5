import type { Issue } from "#pipeline/core/issue.ts";
import type { EntryTableName, Statement } from "#pipeline/core/resolution.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { codedAs, codedTable, codedTableNames } from "#schemas/coded-tables.ts";

/** The coded tables with permanent ids: each has an id column, and is published. */
const lasting = codedTableNames.filter((name) => name !== "retired" && codedTable(name).publishedIn.length > 0);

/** Checks that a tombstone names a table, that no table uses its id, and that the same table has its replacement. */
export function checkTombstones(
  tables: StagedTables,
  idsInUse: ReadonlyMap<EntryTableName | string, ReadonlySet<string>>,
): Issue[] {
  const { path, rows } = tables.retired;
  const isInUse = (id: string) => [...idsInUse.values()].some((ids) => ids.has(id));
  return rows.flatMap(({ line, values: { table, record_id: id, replaced_by: replacement } }): Issue[] => {
    const at = (column: string) => ({ file: path, line, column });
    const unknown = checkTableName(table, lasting, at("table"));
    const isMissing = replacement !== null && unknown.length === 0 && !idsInUse.get(table)?.has(replacement);
    return [
      ...unknown,
      ...(isInUse(id) ? [{ code: "resolve/retired-id-in-use", at: at("record_id"), id } as const] : []),
      ...(isMissing && !wasRefused(tables, table, replacement)
        ? [{ code: "resolve/unknown-replacement", at: at("replaced_by"), id: replacement } as const]
        : []),
    ];
  });
}

/** Checks that a record that was split off names another record of its own kind, in use or retired. */
export function checkSplits(
  tables: StagedTables,
  statements: readonly Statement[],
  idsInUse: ReadonlyMap<string, ReadonlySet<string>>,
): Issue[] {
  const retired = new Set(tables.retired.rows.map(({ values: { table, record_id } }) => `${table}/${record_id}`));
  return statements.flatMap(({ table, recordId, values: { split_from: id }, at }): Issue[] => {
    if (id === null) return [];
    const siblings = codedTableNames.map(codedTable).find(({ publishedIn }) => publishedIn.includes(table));
    const isThere = (siblings?.publishedIn ?? []).some(
      (name) => idsInUse.get(name)?.has(id) || retired.has(`${name}/${id}`) || wasRefused(tables, name, id),
    );
    return isThere && id !== recordId
      ? []
      : [{ code: "resolve/unknown-split", at: { ...at, column: "split_from" }, id }];
  });
}

function wasRefused(tables: StagedTables, table: string, id: string): boolean {
  const coded = codedAs(table);
  return coded !== null && mayHaveHad(tables[coded], id);
}
