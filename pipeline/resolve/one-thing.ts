import type { Issue } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import { publishedValue } from "#pipeline/core/row.ts";
import type { Registers } from "#pipeline/resolve/carry-along.ts";
import { cellOf } from "#pipeline/resolve/columns.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { retellingsAmong } from "#pipeline/resolve/lead.ts";
import type { NamedDisagreements } from "#pipeline/resolve/named-disagreements.ts";
import type { FitsWith } from "#pipeline/resolve/rules.ts";
import type { Statements } from "#pipeline/resolve/statements.ts";
import { codedTable, type StatementTableName, statementTableNames } from "#schemas/coded-tables.ts";
import { seriesAttributes } from "#schemas/codelists/attributes.ts";
import { type Column, columnsOf } from "#schemas/column.ts";

interface ToCompare {
  readonly statements: Statements;
  readonly independence: Independence;
  readonly disagreements: NamedDisagreements;
  readonly isNested: FitsWith;
  readonly registers: Registers;
}

/**
 * Checks that the statements of each record are about one thing. They must not differ in the columns that identify the
 * record: its actors, its type, its place and its unit. An empty cell differs from nothing, and neither does a place
 * from another that it lies within. A statement that is not heard may differ, and so may statements whose difference
 * disagreements.csv names. Units may not, because the numbers are compared.
 *
 * Statements about a value that changes over time must in addition be for the same place, of which an empty cell is
 * one, and for the same time: the same date, or, if they give none, the same source.
 */
export function checkOneThing(input: ToCompare): Issue[] {
  return statementTableNames.flatMap((name) => {
    const identity = columnsOf(codedTable(name).row).filter(({ isIdentity }) => isIdentity === true);
    return [...input.statements[name].byRecord.values()]
      .filter((spoken) => spoken.length > 1)
      .flatMap((spoken) => differences(name, identity, spoken, input));
  });
}

function differences(
  name: StatementTableName,
  identity: readonly Column[],
  spoken: readonly Statement[],
  { independence, disagreements, isNested, registers }: ToCompare,
): Issue[] {
  const silent = retellingsAmong(spoken, independence);
  const heard = spoken.filter(({ sourceId }) => !silent.has(sourceId));
  const mayDiffer = (column: string) =>
    heard.some(({ table, recordId }) => disagreements.names(table, recordId, column));
  return [
    ...identity
      .filter(({ name: column, follows }) => follows !== undefined || !mayDiffer(column))
      .flatMap(({ name: column, refersTo }) => {
        const given = (statement: Statement) => known(textOf(statement, column), refersTo, registers);
        const fitsWith = refersTo === "places.place_id" ? isNested : undefined;
        return unlike(heard, given, fitsWith).map(([statement, first]) => mismatch(statement, first, column));
      }),
    ...(name === "profile" ? mixedSeries(heard, mayDiffer) : []),
  ];
}

/** The statements whose value differs from that of an earlier one, with that earlier one. */
function unlike(
  statements: readonly Statement[],
  given: (statement: Statement) => string | null,
  fitsWith: FitsWith = () => false,
): [Statement, Statement][] {
  const earlier = new Map<string, Statement>();
  return statements.flatMap((statement): [Statement, Statement][] => {
    const value = given(statement);
    if (value === null || earlier.has(value)) return [];
    const other = firstUnlike(value, earlier, fitsWith);
    earlier.set(value, statement);
    return other === null ? [] : [[statement, other]];
  });
}

function firstUnlike(value: string, earlier: ReadonlyMap<string, Statement>, fitsWith: FitsWith): Statement | null {
  for (const [other, statement] of earlier) if (!fitsWith(other, value)) return statement;
  return null;
}

/** A value, unless it is a reference to nothing, which the check of references reports. */
function known(value: string | null, refersTo: string | undefined, { actors, places }: Registers): string | null {
  if (value === null) return null;
  const isUnknown =
    (refersTo === "actors.actor_id" && !actors.has(value)) || (refersTo === "places.place_id" && !places.has(value));
  return isUnknown ? null : value;
}

function textOf(statement: Statement, column: string): string | null {
  const value = publishedValue(cellOf(statement, column));
  return value === null ? null : String(value);
}

const mismatch = (statement: Statement, first: Statement, column: string): Issue => ({
  code: "resolve/identity-mismatch",
  at: { ...statement.at, column },
  recordId: statement.recordId,
  value: textOf(statement, column) ?? "",
  first: textOf(first, column) ?? "",
  firstLine: first.at.line,
});

function mixedSeries(heard: readonly Statement[], mayDiffer: (column: string) => boolean): Issue[] {
  const inSeries = heard.filter(({ values }) => "attribute" in values && seriesAttributes.includes(values.attribute));
  const pointOf = (statement: Statement) =>
    [
      ...(mayDiffer("place_id") ? [] : [textOf(statement, "place_id") ?? "no place"]),
      ...(mayDiffer("date") ? [] : [timeOf(statement)]),
    ].join(", ");
  return unlike(inSeries, pointOf).map(([statement, first]): Issue => {
    const points = { point: pointOf(statement), firstPoint: pointOf(first) };
    const at = { ...statement.at, column: "record_id" };
    return { code: "resolve/mixed-series", at, recordId: statement.recordId, ...points, firstLine: first.at.line };
  });
}

/** The time that a statement is for: its own date, otherwise that of its source. */
export const timeOf = (statement: Statement) => textOf(statement, "date") ?? `as of ${statement.sourceId}`;
