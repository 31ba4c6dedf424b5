import { type Row, splitList } from "#pipeline/core/row.ts";
import { type PublishedTableName, publishedTable } from "#schemas/published-tables.ts";
import { fieldsOf } from "./field.ts";

/** Watches every row of a release, and finds cells that refer to a row that does not exist. */
export function checkPointers(tables: readonly PublishedTableName[]) {
  const fields = new Map(
    tables.map((table) => [
      table,
      fieldsOf(table).flatMap(({ name, pointsTo }) => (pointsTo === undefined ? [] : [{ name, to: pointsTo.table }])),
    ]),
  );
  const pointedTo = new Set([...fields.values()].flatMap((found) => found.map(({ to }) => to)));
  const ids = new Map<string, Set<string>>([...pointedTo].map((table) => [table, new Set()]));
  /** By table: each id that a cell refers to, and the column of the first such cell. */
  const named = new Map<string, Map<string, string>>([...pointedTo].map((table) => [table, new Map()]));
  return {
    add: (table: PublishedTableName, row: Row) => {
      ids.get(table)?.add(String(row[publishedTable(table).key[0] ?? ""]));
      for (const { name, to } of fields.get(table) ?? []) {
        for (const id of splitList(row[name])) {
          const known = named.get(to);
          if (known?.has(id) === false) known.set(id, `${table}.${name}`);
        }
      }
    },
    /** Throws if a reference is broken. Coded references were checked before, so this is a bug in the pipeline. */
    close: () => {
      for (const [table, found] of named) {
        const lost = [...found].find(([id]) => !ids.get(table)?.has(id));
        if (lost !== undefined)
          throw new Error(`${lost[1]} would be published with "${lost[0]}", which is not in ${table}.`);
      }
    },
  };
}
