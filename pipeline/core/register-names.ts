import { type CodedTableName, codedTable } from "#schemas/coded-tables.ts";
import { groupBy } from "./group-by.ts";
import type { Cells } from "./row.ts";
import type { StagedTable, StagedTables } from "./staged.ts";
import type { Named } from "./suggest-named.ts";

/** The columns of a register by which people call its entries. */
const NAME_COLUMNS: Partial<Record<CodedTableName, readonly string[]>> = {
  sources: ["title"],
  cited_works: ["title"],
  actors: ["name", "acronym"],
  places: ["name"],
  disagreements: ["question"],
};

/** The entries of a register with their names. For actors, these are also the names that sources use (`actor_names`). */
export function namedEntries(name: CodedTableName, tables: StagedTables): Named[] {
  const [key = ""] = codedTable(name).key;
  const aliases = name === "actors" ? aliasesOf(tables) : new Map<string, string[]>();
  const { rows }: StagedTable = tables[name];
  return rows.map(({ values }) => {
    const cells: Cells = values;
    const id = String(cells[key]);
    return { id, names: [...namesIn(name, cells), ...(aliases.get(id) ?? [])] };
  });
}

/** The names that a row of a register gives its entry. */
export const namesIn = (table: CodedTableName, cells: Cells): string[] =>
  (NAME_COLUMNS[table] ?? []).flatMap((column) => {
    const name = cells[column];
    return typeof name === "string" ? [name] : [];
  });

/** By actor, the names that sources use for it, each once. */
export function aliasesOf({ actor_names: { rows } }: Pick<StagedTables, "actor_names">): Map<string, string[]> {
  const byActor = groupBy(rows, ({ values }) => values.actor_id);
  return new Map([...byActor].map(([id, named]) => [id, [...new Set(named.map(({ values }) => values.name))]]));
}
