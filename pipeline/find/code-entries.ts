import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import { columnsOf } from "#schemas/column.ts";
import type { Entry } from "./entry.ts";

/** The codes that coders write, with the columns that take them: `economic_warfare.tactic`. */
export function codeEntries(): Entry[] {
  const columns = codedTableNames.flatMap((table) =>
    columnsOf(codedTable(table).row).map(({ name, codelist }) => ({ codelist, column: `${table}.${name}` })),
  );
  return codelists.flatMap((list) => {
    const takenBy = columns.filter(({ codelist }) => codelist === list.name).map(({ column }) => column);
    if (takenBy.length === 0) return [];
    return list.codes.map(
      ({ code, label, definition }): Entry => ({
        kind: "code",
        id: code,
        label,
        names: [],
        facts: { columns: takenBy, definition: [definition] },
        texts: [definition],
      }),
    );
  });
}
