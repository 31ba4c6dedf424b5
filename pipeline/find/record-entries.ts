import { groupBy } from "#pipeline/core/group-by.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { codedTable, contentColumns, publishedTableOf, type StatementTableName } from "#schemas/coded-tables.ts";
import { cellsOf, itemsOfCell, textOfCell, textsOfRow } from "./coded-cells.ts";
import type { Entry } from "./entry.ts";
import { filled } from "./register-entries.ts";

/** The records of a table of statements, each from all of its rows. Its first row says in one line what it is about. */
export function recordEntries(name: StatementTableName, tables: StagedTables): Entry[] {
  const names = namesById(tables);
  const byRecord = groupBy(cellsOf(name, tables), (cells) => textOfCell(cells, "record_id"));
  return [...byRecord].map(([id, rows]): Entry => {
    const [first = {}] = rows;
    const named = [...new Set(rows.flatMap((cells) => [textOfCell(cells, "name"), textOfCell(cells, "value")]))];
    return {
      kind: "record",
      id,
      label: textOfCell(first, "description") || textOfCell(first, "name"),
      names: named.filter((text) => text !== ""),
      facts: filled([
        ["table", [tableOf(name, first)]],
        ["about", aboutOf(name, first)],
        ["sources", [...new Set(rows.map((cells) => textOfCell(cells, "source_id")))]],
      ]),
      texts: rows.flatMap((cells) => [...textsOfRow(name, cells), ...namesOfReferences(name, cells, names)]),
    };
  });
}

/** The published table, or the coded one if the row has an error in the column that decides. */
function tableOf(name: StatementTableName, cells: Cells): string {
  const { split } = codedTable(name);
  return split === null || textOfCell(cells, split.column) in split.tables ? publishedTableOf(name, cells) : name;
}

/** Who, what, where and when: the ids, codes, values and dates of a statement. */
const aboutOf = (name: StatementTableName, cells: Cells): string[] =>
  contentColumns(name)
    .filter(({ kind, isAboutSource }) => ABOUT.has(kind) && isAboutSource !== true)
    .flatMap((column) => itemsOfCell(cells, column.name));

const ABOUT: ReadonlySet<string> = new Set(["reference", "references", "code", "codes", "label", "amount", "date"]);

/** By actor and by place, the name that the register has for it. */
const namesById = (tables: StagedTables): ReadonlyMap<string, string> =>
  new Map([
    ...cellsOf("places", tables).map((cells) => [textOfCell(cells, "place_id"), textOfCell(cells, "name")] as const),
    ...cellsOf("actors", tables).map(
      (cells) =>
        [textOfCell(cells, "actor_id"), `${textOfCell(cells, "name")} ${textOfCell(cells, "acronym")}`] as const,
    ),
  ]);

const namesOfReferences = (name: StatementTableName, cells: Cells, names: ReadonlyMap<string, string>): string[] =>
  contentColumns(name)
    .filter(({ kind }) => kind === "reference" || kind === "references")
    .flatMap((column) => itemsOfCell(cells, column.name).flatMap((id) => names.get(id) ?? []));
