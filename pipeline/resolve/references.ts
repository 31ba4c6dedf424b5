import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { splitList } from "#pipeline/core/row.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import { columnsOf } from "#schemas/column.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/tables.ts";

/**
 * Every reference names a row of its register; every row of a register is named by a statement. What refers to
 * a row that an earlier step refused is no second mistake.
 */
export function checkReferences(tables: StagedTables): Issue[] {
  const ids = new Map<string, Set<string>>();
  const used = new Map<string, Set<string>>();
  const idsOf = (refersTo: string) => {
    const [table = "", column = ""] = refersTo.split(".");
    const known =
      ids.get(refersTo) ?? new Set(registerOf(tables, table)?.rows.map(({ values }) => String(values[column])));
    ids.set(refersTo, known);
    return known;
  };
  const unknown = [...tables].flatMap(([name, { path, rows, refused }]) => {
    const columns = columnsOf(codedTable(name).row).filter(({ refersTo }) => refersTo !== undefined);
    return [...rows, ...refused].flatMap(({ line, values }) =>
      columns.flatMap(({ name: column, refersTo = "" }) =>
        splitList(values[column]).flatMap((value): Issue[] => {
          const known = idsOf(refersTo);
          used.set(refersTo, (used.get(refersTo) ?? new Set()).add(value));
          const [table = ""] = refersTo.split(".");
          if (known.has(value) || mayHaveHad(registerOf(tables, table), value)) return [];
          return [
            {
              code: "resolve/unknown-reference",
              at: { file: path, line, column },
              value,
              table,
              nearest: nearestOf(value, known),
            },
          ];
        }),
      ),
    );
  });
  return [...unknown, ...unusedEntries(tables, used)];
}

const registerOf = (tables: StagedTables, table: string) => (isTable(table) ? tables.get(table) : undefined);

const isTable = (table: string): table is CodedTableName => codedTableNames.some((name) => name === table);

function unusedEntries(tables: StagedTables, used: ReadonlyMap<string, ReadonlySet<string>>): Issue[] {
  return (["actors", "places"] as const).flatMap((name) => {
    const table = tables.get(name);
    const [column = ""] = codedTable(name).key;
    const named = used.get(`${name}.${column}`) ?? new Set();
    return (table?.rows ?? []).flatMap(({ line, values }): Issue[] => {
      const id = String(values[column]);
      return named.has(id) ? [] : [{ code: "resolve/unused-entry", at: { file: table?.path ?? "", line, column }, id }];
    });
  });
}
