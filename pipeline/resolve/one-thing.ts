import type { Issue } from "#pipeline/core/issue.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import { publishedValue } from "#pipeline/core/row.ts";
import type { Registers } from "#pipeline/resolve/carry-along.ts";
import { cellOf } from "#pipeline/resolve/columns.ts";
import type { EvidenceReader } from "#pipeline/resolve/evidence.ts";
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
  readonly evidence: EvidenceReader;
}

/**
 * Checks that the statements of each record are about one thing. They must not differ in the columns that identify the
 * record: its actors, its type, its place and its unit. An empty cell differs from nothing, and neither does a place
 * from another that it lies within. A statement that is not heard may differ, and so may statements on the sides of a
 * disagreement that names the column. Units may not, because the numbers are compared. A statement on no side must fit
 * one of the sides.
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
  input: ToCompare,
): Issue[] {
  const silent = retellingsAmong(spoken, input.independence);
  const heard = spoken.filter(({ sourceId }) => !silent.has(sourceId));
  const onSides = (column: string) => heard.filter((statement) => isOnSide(statement, column, input));
  return [
    ...identity.flatMap(({ name: column, refersTo, follows }) => {
      const given = (statement: Statement) => known(textOf(statement, column), refersTo, input.registers);
      const fitsWith = refersTo === "places.place_id" ? input.isNested : () => false;
      const sides = follows === undefined ? onSides(column) : [];
      return unlike(heard, { given, fitsWith, sides }).map(([statement, first]) => mismatch(statement, first, column));
    }),
    ...(name === "profile" ? mixedSeries(heard, onSides) : []),
  ];
}

/**
 * Whether a side about the column is of the statement's source, and rests on a sentence that the statement cites. If the
 * sentences cannot be read, which other checks report, the source is enough.
 */
function isOnSide(statement: Statement, column: string, { disagreements, evidence }: ToCompare): boolean {
  const { table, recordId, sourceId } = statement;
  const locatorsOf = (cell: string) => {
    const expanded = evidence.expand({ sourceId, evidence: cell });
    return expanded === null || expanded.faults.length > 0 ? null : expanded.entries.map(({ locator }) => locator);
  };
  return disagreements.sidesOn(table, recordId, column).some((side) => {
    if (side.source_id !== sourceId) return false;
    const [cited, named] = [locatorsOf(statement.evidence), locatorsOf(side.evidence)];
    return cited === null || named === null || named.some((locator) => cited.includes(locator));
  });
}

interface Likeness {
  readonly given: (statement: Statement) => string | null;
  readonly fitsWith: FitsWith;
  /** The statements on the sides of a disagreement. They may differ from each other. */
  readonly sides: readonly Statement[];
}

/** The statements whose value fits none of the sides, or differs from an earlier one on no side; with that other one. */
function unlike(statements: readonly Statement[], { given, fitsWith, sides }: Likeness): [Statement, Statement][] {
  const positions = firstByValue(sides, given);
  const earlier = new Map<string, Statement>();
  return statements.flatMap((statement): [Statement, Statement][] => {
    const value = given(statement);
    if (value === null || positions.has(value) || earlier.has(value)) return [];
    const [side] = positions.values();
    const isOnNone = ![...positions.keys()].some((position) => fitsWith(position, value));
    const other = side !== undefined && isOnNone ? side : firstUnlike(value, earlier, fitsWith);
    earlier.set(value, statement);
    return other === null ? [] : [[statement, other]];
  });
}

function firstByValue(statements: readonly Statement[], given: Likeness["given"]): ReadonlyMap<string, Statement> {
  const first = new Map<string, Statement>();
  for (const statement of statements) {
    const value = given(statement);
    if (value !== null && !first.has(value)) first.set(value, statement);
  }
  return first;
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

function mixedSeries(heard: readonly Statement[], onSides: (column: string) => readonly Statement[]): Issue[] {
  const inSeries = heard.filter(({ values }) => "attribute" in values && seriesAttributes.includes(values.attribute));
  const pointOf = (statement: Statement) => `${placeOf(statement)}, ${timeOf(statement)}`;
  // Among the values of the sides, one is as good as the other.
  const place = likeFirst(placeOf, onSides("place_id"));
  const time = likeFirst(timeOf, onSides("date"));
  const given = (statement: Statement) => `${place(statement)}, ${time(statement)}`;
  return unlike(inSeries, { given, fitsWith: () => false, sides: [] }).map(([statement, first]): Issue => {
    const points = { point: pointOf(statement), firstPoint: pointOf(first) };
    const at = { ...statement.at, column: "record_id" };
    return { code: "resolve/mixed-series", at, recordId: statement.recordId, ...points, firstLine: first.at.line };
  });
}

/** Gives the first value of the sides for every value that one of them has. */
function likeFirst(given: (statement: Statement) => string, sides: readonly Statement[]) {
  const positions = new Set(sides.map(given));
  const [first = ""] = positions;
  return (statement: Statement) => (positions.has(given(statement)) ? first : given(statement));
}

const placeOf = (statement: Statement) => textOf(statement, "place_id") ?? "no place";

/** The time that a statement is for: its own date, otherwise that of its source. */
export const timeOf = (statement: Statement) => textOf(statement, "date") ?? `as of ${statement.sourceId}`;
