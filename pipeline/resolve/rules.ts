import { type Amount, isStrict, readAmount } from "#pipeline/core/amount.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { isWithin, type PartialDate, readPartialDate, shareADay, spanInDays } from "#pipeline/core/partial-date.ts";
import { joinList, splitList, type Value } from "#pipeline/core/row.ts";
import type { ResolutionRule } from "#schemas/column.ts";

/** What one statement says in one column. Cells come in the order of preference. */
export interface Cell {
  readonly value: string;
  /** Sources of one family have one vote. */
  readonly family: string;
  /** False for a source that retells another one which speaks in this column itself: it is shown, and decides nothing. */
  readonly isHeard: boolean;
}

export interface Ruling {
  /** The value, or for an amount its three parts. */
  readonly value: Value | { readonly low: number | null; readonly best: number | null; readonly high: number | null };
  /** For each cell: part of the value, not against it, or against it. */
  readonly fits: readonly ("accepted" | "compatible" | "against")[];
  /** Whether any two cells differ, and whether they can not all be right. */
  readonly differs: boolean;
  readonly conflicts: boolean;
}

/** Applies a column's rule to the cells of one record; there is at least one cell, and one is heard. */
export function applyRule(rule: ResolutionRule, cells: readonly Cell[]): Ruling {
  switch (rule) {
    case "preferred":
      return preferred(cells);
    case "majority":
      return majority(cells);
    case "union":
      return union(cells);
    case "most_precise":
      return mostPrecise(cells);
    case "range":
      return range(cells);
    default:
      return rule satisfies never;
  }
}

const differ = (cells: readonly Cell[]) => cells.some(({ value }) => value !== cells[0]?.value);
const heardOf = (cells: readonly Cell[]) => cells.filter(({ isHeard }) => isHeard);

/** The first heard cell's text. Texts are the coder's own words: two of them neither agree nor differ. */
function preferred(cells: readonly Cell[]): Ruling {
  const value = heardOf(cells)[0]?.value ?? null;
  return {
    value,
    fits: cells.map((cell) => (cell.value === value ? "accepted" : "compatible")),
    differs: false,
    conflicts: false,
  };
}

/** The value that most families prefer; where two have as many, the one of the most preferred cell. */
function majority(cells: readonly Cell[]): Ruling {
  const votes = new Map<string, number>();
  const voters = new Set<string>();
  for (const { value, family } of heardOf(cells)) {
    votes.set(value, (votes.get(value) ?? 0) + (voters.has(family) ? 0 : 1));
    voters.add(family);
  }
  const most = Math.max(...votes.values());
  const value = [...votes].find(([, count]) => count === most)?.[0] ?? null;
  const differs = differ(cells);
  return {
    value,
    fits: cells.map((cell) => (cell.value === value ? "accepted" : "against")),
    differs,
    conflicts: differs,
  };
}

/** Every item that a heard cell lists. A fuller list contradicts no shorter one, and the same items in another order are the same list. */
function union(cells: readonly Cell[]): Ruling {
  const items = new Set(heardOf(cells).flatMap(({ value }) => splitList(value)));
  return {
    value: joinList([...items].sort(byCodeUnit)),
    fits: cells.map(({ value }) => (splitList(value).every((item) => items.has(item)) ? "accepted" : "against")),
    differs: differ(cells.map((cell) => ({ ...cell, value: splitList(cell.value).sort(byCodeUnit).join("; ") }))),
    conflicts: false,
  };
}

/** If all dates share a day, the narrowest; else the most preferred, and the column is in conflict. */
function mostPrecise(cells: readonly Cell[]): Ruling {
  const dates = new Map(cells.map(({ value }) => [value, readPartialDate(value)]));
  const dateOf = ({ value }: Cell): PartialDate => dates.get(value) ?? readPartialDate(value);
  const heard = heardOf(cells);
  const first = heard[0];
  if (first === undefined) throw new Error("A column was resolved without a heard cell.");
  const accepted = shareADay(heard.map(dateOf))
    ? heard.reduce((best, cell) => (spanInDays(dateOf(cell)) < spanInDays(dateOf(best)) ? cell : best), first)
    : first;
  return {
    value: accepted.value,
    fits: cells.map((cell) => {
      if (cell.value === accepted.value) return "accepted";
      return isWithin(dateOf(accepted), dateOf(cell)) ? "compatible" : "against";
    }),
    differs: differ(cells),
    conflicts: !shareADay(cells.map(dateOf)),
  };
}

/** The lowest and highest that heard cells allow, and the most preferred single number. */
function range(cells: readonly Cell[]): Ruling {
  const read = cells.map((cell) => ({ ...cell, amount: readAmount(cell.value) }));
  const heard = read.filter(({ isHeard }) => isHeard);
  const low = Math.min(...heard.map(({ amount }) => amount.low));
  const high = Math.max(...heard.map(({ amount }) => amount.high));
  const best = heard.find(({ amount }) => amount.point !== null)?.amount.point ?? null;
  const published = new Set(
    heard
      .filter(({ amount }) => isAtEdge(amount, low, high) || (best !== null && amount.point === best))
      .map(({ value }) => value),
  );
  return {
    value: { low: Number.isFinite(low) ? low : null, best, high: Number.isFinite(high) ? high : null },
    fits: read.map((cell) => {
      if (published.has(cell.value)) return "accepted";
      const isCompatible = best === null ? shareANumber([cell, ...heard]) : allows(cell, best);
      return isCompatible ? "compatible" : "against";
    }),
    differs: differ(cells),
    conflicts: !shareANumber(read),
  };
}

const isAtEdge = (amount: Amount, low: number, high: number) => amount.low === low || amount.high === high;

interface ReadCell {
  readonly value: string;
  readonly amount: Amount;
}

const allows = ({ value, amount }: ReadCell, number: number) =>
  isStrict(value) ? number > amount.low && number < amount.high : number >= amount.low && number <= amount.high;

/** Whether some number fits all cells; `<50` and `>50` share none, although both name 50. */
function shareANumber(cells: readonly ReadCell[]): boolean {
  const low = Math.max(...cells.map(({ amount }) => amount.low));
  const high = Math.min(...cells.map(({ amount }) => amount.high));
  if (low !== high) return low < high;
  return cells.every((cell) => allows(cell, low));
}
