import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { splitList, type Value } from "#pipeline/core/row.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { isCarried } from "#pipeline/explain/explain-columns.ts";
import type { ExplainedColumn } from "#pipeline/explain/explanation.ts";
import { claimStatus } from "#schemas/codelists/statements.ts";
import { originsOf } from "#schemas/published/origins.ts";
import { decidingRules } from "#schemas/resolution-rules.ts";
import type { FoundRow } from "./find-released.ts";
import { type ReleasedRow, type ReleasedTables, rowsWith } from "./release-tables.ts";
import type { ReleasedStatement } from "./released-statements.ts";

/** The requested column, or all columns with a value. Throws a UsageError if the release has no such column. */
export function releasedColumns(
  found: FoundRow,
  statements: readonly ReleasedStatement[],
  release: ReleasedTables,
): ExplainedColumn[] {
  const { table, row, column } = found;
  const origins = originsOf(table.name);
  const dictionary = new Map(rowsWith(release, "columns", { table: table.name }).map((words) => [words.column, words]));
  const explainOne = (name: string): ExplainedColumn => {
    const coded = origins.get(name)?.name ?? name;
    const { title = name, description: words = "", rule = "", codelist = "" } = dictionary.get(name) ?? {};
    const description = [words, ...(column === null ? [] : meanings(codelist, row[name] ?? "", release))].join(" ");
    const claims = claimsOf(coded, statements);
    return {
      ...{ name, title, description, claims, decision: null },
      values: valuesOf(name, found),
      from: coded === name ? null : coded,
      isCoded: claims.length > 0,
      rule: decidingRules.codes.find(({ code }) => code === (ruleOf(coded, statements) ?? rule))?.code ?? null,
      agreement: splitList(row.conflicting_columns).includes(coded) ? "conflicting" : null,
    };
  };
  if (column === null) {
    const own = table.columns.filter(
      ({ name }) => !isCarried(name, origins) && name !== table.key[0] && row[name] !== "",
    );
    return own.map(({ name }) => explainOne(name));
  }
  const claimed = statements.flatMap(({ claims }) => claims.map((claim) => claim.column ?? ""));
  const names = [...table.columns.map(({ name }) => name), ...claimed];
  if (names.includes(column)) return [explainOne(column)];
  const owner = `${table.name} of release ${release.version}`;
  throw new UsageError(`${owner} has no column ${column}.${didYouMean(nearestOf(column, names))}`);
}

/** What the codes of a cell mean, in the words of the release: `embargo: Goods are kept from a place or area.` */
const meanings = (codelist: string, cell: string, release: ReleasedTables): string[] =>
  codelist === ""
    ? []
    : splitList(cell).flatMap((code) =>
        rowsWith(release, "codelists", { codelist, code }).map(({ definition }) => `${code}: ${definition}`),
      );

/** A column's value; for a coded column that is published in parts, such as an amount, all its parts. */
function valuesOf(name: string, { table, row }: FoundRow): Readonly<Record<string, Value>> {
  const isPart = (published: string) => originsOf(table.name).get(published)?.name === name;
  const own = table.columns.filter((column) => column.name === name);
  const parts = own.length > 0 ? own : table.columns.filter((column) => isPart(column.name));
  return Object.fromEntries(parts.map((part) => [part.name, typedValue(row[part.name] ?? "", part.type)]));
}

function typedValue(cell: string, type: string): Value {
  if (cell === "") return null;
  if (type === "boolean") return cell === "TRUE";
  return type === "integer" || type === "number" ? Number(cell) : cell;
}

const isAbout = (coded: string) => (claim: ReleasedRow) => claim.column === coded;

const ruleOf = (coded: string, statements: readonly ReleasedStatement[]) =>
  statements.flatMap(({ claims }) => claims.filter(isAbout(coded)).map(({ rule }) => rule))[0];

/** The claims about a column: those that were accepted first. A release does not say why a claim did not count. */
function claimsOf(coded: string, statements: readonly ReleasedStatement[]): ExplainedColumn["claims"] {
  const claims = statements.flatMap(({ number, claims: own }) =>
    own.filter(isAbout(coded)).map((claim) => ({ claim, statement: number })),
  );
  return claimStatus.codes.flatMap(({ code }) =>
    claims
      .filter(({ claim }) => claim.status === code)
      .map(({ claim, statement }) => ({ value: claim.value ?? "", status: code, statement, whyNot: null })),
  );
}
