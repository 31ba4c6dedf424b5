import { withoutThousands } from "#pipeline/core/amount.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import { type Cells, isAmount } from "#pipeline/core/row.ts";
import type { Amount } from "#schemas/cell-values.ts";
import { codedTable, statementTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";
import { highestNumber, numberFactor } from "#schemas/guards.ts";
import type { Finding } from "./finding.ts";

/** The columns of all statement tables that hold numbers. */
const NUMBERS = [
  ...new Set(
    statementTableNames.flatMap((name) =>
      columnsOf(codedTable(name).row)
        .filter(({ kind }) => kind === "amount")
        .map((column) => column.name),
    ),
  ),
];

interface Numbered {
  readonly statement: Statement;
  readonly column: string;
  readonly amount: Amount;
  readonly unit: string;
}

function numbersIn(statements: readonly Statement[]): Numbered[] {
  return statements.flatMap((statement) => {
    const cells: Cells = statement.values;
    return NUMBERS.flatMap((column): Numbered[] => {
      const amount = cells[column];
      const unit = column === "amount" ? String(cells.unit) : column;
      return isAmount(amount) ? [{ statement, column, amount, unit }] : [];
    });
  });
}

/**
 * Numbers that differ by a factor of ten or more from another statement about the record, or from every other number
 * that the actor has for the attribute. A third number in between makes neither of the two unlikely.
 */
export function distantNumbers(statements: readonly Statement[]): Finding[] {
  const numbers = numbersIn(statements);
  const ofRecord = groupBy(numbers, ({ statement, column }) => `${statement.table}/${statement.recordId}/${column}`);
  const ofAttribute = groupBy(numbers, ({ statement: { values }, unit }) =>
    "attribute" in values ? `${values.actor_id}/${values.attribute}/${unit}` : null,
  );
  return numbers.flatMap((one): Finding[] => {
    const inRecord = (ofRecord(one) ?? []).filter((other) => other !== one);
    const farInRecord = inRecord.find((other) => factorOf(one.amount, other.amount) >= numberFactor);
    if (farInRecord !== undefined) return [distantFrom(farInRecord, one)];
    const others = (ofAttribute(one) ?? []).filter(({ statement }) => statement.recordId !== one.statement.recordId);
    const [nearest] = others.toSorted((a, b) => factorOf(one.amount, a.amount) - factorOf(one.amount, b.amount));
    if (nearest === undefined || inRecord.length > 0) return [];
    return factorOf(one.amount, nearest.amount) >= numberFactor ? [distantFrom(nearest, one)] : [];
  });
}

const distantFrom = (other: Numbered, { statement, column, amount }: Numbered): Finding => ({
  code: "resolve/distant-number",
  at: { ...statement.at, column },
  check: { table: statement.table, recordId: statement.recordId, column, value: amount.text },
  factor: Math.floor(factorOf(amount, other.amount)),
  other: other.amount.text,
  otherId: other.statement.recordId,
  otherLine: other.statement.at.line,
});

/** How many times as high the higher of two numbers is, at the ends that lie nearest to each other; 1 if one of them is zero. */
function factorOf(a: Amount, b: Amount): number {
  const [one, other] = [endsOf(a), endsOf(b)];
  const factor = Math.max(one.low / other.high, other.low / one.high);
  return Number.isFinite(factor) ? Math.max(1, factor) : 1;
}

/** An end that the source leaves open says nothing, so the number that it names stands for both. */
const endsOf = ({ low, high }: Amount) => ({
  low: Number.isFinite(low) ? low : high,
  high: Number.isFinite(high) ? high : low,
});

/** Numbers that are higher than their unit allows. */
export const highNumbers = (statements: readonly Statement[]): Finding[] =>
  numbersIn(statements).flatMap(({ statement, column, amount, unit }): Finding[] => {
    const most = highestNumber[unit];
    if (most === undefined || endsOf(amount).high <= most) return [];
    const check = { table: statement.table, recordId: statement.recordId, column, value: amount.text };
    return [{ code: "resolve/high-number", at: { ...statement.at, column }, check, most, unit }];
  });

/** Numbers such as `2.000`, in units that can be parts of one: a dot before three digits perhaps separates thousands. */
export const separatedThousands = (statements: readonly Statement[]): Finding[] =>
  numbersIn(statements).flatMap(({ statement, column, amount: { text } }): Finding[] => {
    const meant = withoutThousands(text);
    if (meant === null) return [];
    const check = { table: statement.table, recordId: statement.recordId, column, value: text };
    return [{ code: "resolve/thousands-separator", at: { ...statement.at, column }, check, meant }];
  });

function groupBy(numbers: readonly Numbered[], keyOf: (one: Numbered) => string | null) {
  const groups = new Map<string, Numbered[]>();
  for (const one of numbers) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return (one: Numbered): readonly Numbered[] | undefined => groups.get(keyOf(one) ?? "");
}
