import type { Issue } from "#pipeline/core/issue.ts";
import type { Check } from "#pipeline/core/issues/resolve-issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { mayHaveHad, type StagedTables } from "#pipeline/core/staged.ts";
import { checkTableName } from "#pipeline/resolve/table-name.ts";
import { codedAs, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { type ConfirmableWarning, confirmableWarnings } from "#schemas/guards.ts";
import type { Finding } from "./finding.ts";

const published = codedTableNames.filter((name) => codedTable(name).publishedIn.length > 0);

/** The warnings that do not appear if there are no outlines. */
const needsOutlines: ReadonlySet<string> = new Set<ConfirmableWarning>([
  "resolve/outside-outline",
  "resolve/pcode-of-another-unit",
]);

/** Leaves out the findings that checked.csv confirms, and reports its rows that confirm nothing. */
export function applyChecks(
  findings: readonly Finding[],
  tables: StagedTables,
  { hasOutlines }: { readonly hasOutlines: boolean },
): Issue[] {
  const { path, rows } = tables.checked;
  const confirmed = new Set(rows.map(({ values }) => keyOf(values.warning, checkOf(values))));
  const found = new Set(findings.map(({ code, check }) => keyOf(code, check)));
  const faults = rows.flatMap(({ line, values }): Issue[] => {
    const at = (column: string) => ({ file: path, line, column });
    const { table, record_id: recordId, warning } = values;
    const unknown = checkTableName(table, published, at("table"));
    if (unknown.length > 0) return unknown;
    if (!confirmableWarnings.includes(warning)) {
      const nearest = nearestOf(warning, confirmableWarnings);
      return [{ code: "resolve/unknown-warning", at: at("warning"), value: warning, nearest }];
    }
    const coded = codedAs(table);
    const isHidden =
      (coded !== null && mayHaveHad(tables[coded], recordId)) || (needsOutlines.has(warning) && !hasOutlines);
    if (isHidden || found.has(keyOf(warning, checkOf(values)))) return [];
    return [{ code: "resolve/idle-check", at: at("record_id"), check: checkOf(values), warning }];
  });
  return [...faults, ...findings.filter(({ code, check }) => !confirmed.has(keyOf(code, check)))];
}

const checkOf = ({ table, record_id: recordId, column, value }: StagedTables["checked"]["rows"][number]["values"]) => ({
  ...{ table, recordId, column, value },
});

const keyOf = (warning: string, { table, recordId, column, value }: Check) =>
  [warning, table, recordId, column, value].join("\n");
