import type { Issue } from "#pipeline/core/issue.ts";
import type { IdFault } from "#pipeline/core/issues/resolve-issue.ts";
import { type IdForm, idFormOf, idNumber, isInForm, nextFreeId } from "#pipeline/core/numbered-id.ts";
import type { Cells } from "#pipeline/core/row.ts";
import { idsOf } from "#pipeline/core/shared-id.ts";
import { hasYear, needYear } from "#pipeline/core/source-id.ts";
import type { StagedTable, StagedTables } from "#pipeline/core/staged.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** Ids that are not written like the others of their table, such as `exp-1` beside `exp-001`: each id once. */
export const checkRecordIds = (tables: StagedTables): Issue[] => [
  ...codedTableNames.flatMap((name) => unusualIds(name, tables)),
  ...sourcesWithoutYear(tables),
];

/** Ids of sources that have no year, where most have one. */
function sourcesWithoutYear(tables: StagedTables): Issue[] {
  const ids = idsOf("sources", tables);
  if (!needYear(ids.map(({ id }) => id))) return [];
  const file = tables.sources.path;
  return ids.flatMap(({ id, line }): Issue[] =>
    hasYear(id)
      ? []
      : [{ code: "resolve/unusual-id", at: { file, line, column: "source_id" }, id, why: "no-year", next: null }],
  );
}

function unusualIds(name: CodedTableName, tables: StagedTables): Issue[] {
  const { row, idPrefix, publishedIn } = codedTable(name);
  const [first] = columnsOf(row);
  if (idPrefix === null || first === undefined) return [];
  const table: StagedTable = tables[name];
  const column = first.name;
  const lines = new Map<string, number>();
  for (const { line, values } of [...table.rows, ...table.refused]) {
    const cells: Cells = values;
    const id = cells[column];
    if (typeof id === "string" && !lines.has(id)) lines.set(id, line);
  }
  const retired = tables.retired.rows.flatMap(({ values }) =>
    publishedIn.includes(values.table) ? [values.record_id] : [],
  );
  const known = [...lines.keys(), ...retired];
  const form = idFormOf(known, idPrefix);
  const next = nextFreeId(known, form);
  return [...lines].flatMap(([id, line]): Issue[] => {
    const why = faultOf(id, form);
    return why === null ? [] : [{ code: "resolve/unusual-id", at: { file: table.path, line, column }, id, why, next }];
  });
}

const PREFIXES = new Set(codedTableNames.flatMap((name) => codedTable(name).idPrefix ?? []));

function faultOf(id: string, form: IdForm): IdFault | null {
  if (isInForm(id, form)) return null;
  if (idNumber(id, form) !== null) return "other-digits";
  const [prefix = ""] = id.split("-");
  return prefix !== form.prefix && PREFIXES.has(prefix) ? "other-table" : "other-form";
}
