import type { Issue } from "#pipeline/core/issue.ts";
import type { Row } from "#pipeline/core/row.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import { publishedNamesOf } from "#pipeline/resolve/statements.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { codedTable, codedTableNames, type PublishedTableName, publishedTables } from "#schemas/tables.ts";

/** The coded tables whose ids last: each has an id of its own, and is published. */
const lasting = codedTableNames.filter((name) => name !== "retired" && codedTable(name).publishedAs !== undefined);

/** A tombstone names a table; its id is in use in no table, and what replaces it is in use in the same. */
export function checkTombstones(
  tables: StagedTables,
  published: ReadonlyMap<PublishedTableName, readonly Row[]>,
): Issue[] {
  const retired = tables.get("retired");
  const inUse = idsInUse(published);
  const isInUse = (id: string) => [...inUse.values()].some((ids) => ids.has(id));
  return (retired?.rows ?? []).flatMap(({ line, values }): Issue[] => {
    const at = (column: string) => ({ file: retired?.path ?? "", line, column });
    const [table, id] = [String(values.table), String(values.record_id)];
    const unknown = checkTableName(table, lasting, at("table"));
    const { replaced_by: replacement } = values;
    const isMissing = typeof replacement === "string" && unknown.length === 0 && !inUse.get(table)?.has(replacement);
    return [
      ...unknown,
      ...(isInUse(id) ? [{ code: "resolve/retired-id-in-use", at: at("record_id"), id } as const] : []),
      ...(isMissing && !wasRefused(tables, table, replacement)
        ? [{ code: "resolve/unknown-replacement", at: at("replaced_by"), id: replacement } as const]
        : []),
    ];
  });
}

/** By published table, the ids of its rows. */
const idsInUse = (published: ReadonlyMap<PublishedTableName, readonly Row[]>): ReadonlyMap<string, Set<string>> =>
  new Map(
    lasting.flatMap(publishedNamesOf).flatMap((name) => {
      const found = [...published].find(([table]) => table === name);
      if (found === undefined) return [];
      const [key = ""] = publishedTables[found[0]].key;
      return [[name, new Set(found[1].map((row) => String(row[key])))] as const];
    }),
  );

const wasRefused = (tables: StagedTables, table: string, id: string) =>
  lasting.some((name) => publishedNamesOf(name).includes(table) && mayHaveHad(tables.get(name), id));
