import { isStrict } from "#pipeline/core/amount.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { shareADay, spanInDays } from "#pipeline/core/partial-date.ts";
import { isAmount, isPartialDate, joinList, splitList } from "#pipeline/core/row.ts";
import type { Amount, PartialDate } from "#schemas/cell-values.ts";
import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** What one statement says in one column. Cells are in order of preference. */
export interface StatedCell {
  /** As coded. */
  readonly text: string;
  readonly value: string | PartialDate | Amount;
  /** Sources of one family have one vote. */
  readonly family: string;
  /** False if the cell has no influence on the value and is only shown, as when its source retells another one. */
  readonly counts: boolean;
}

export interface Ruling {
  /** The value; for an amount, its three parts. `null` if no cell counts. */
  readonly value:
    | string
    | null
    | PartialDate
    | { readonly low: number | null; readonly best: number | null; readonly high: number | null };
  /** For each cell: whether it is part of the value, compatible with it, or against it. */
  readonly fits: readonly ("accepted" | "compatible" | "against")[];
  /** Whether any two cells differ, and whether they cannot all be right. */
  readonly differs: boolean;
  readonly conflicts: boolean;
}

/** Whether two values can both be right although they differ, as a town and its region. */
export type FitsWith = (a: string, b: string) => boolean;

/**
 * Applies a column's rule to the cells of one record. If no cell counts, nothing is published and nothing is against
 * that; the cells can still be in conflict with each other.
 */
export function applyRule(rule: ResolutionRule, cells: readonly StatedCell[], fitsWith: FitsWith): Ruling {
  if (cells.some(({ counts }) => counts)) return decide(rule, cells, fitsWith);
  const counted = cells.map((cell) => ({ ...cell, counts: true }));
  return { ...decide(rule, counted, fitsWith), value: null, fits: cells.map(() => "compatible") };
}

/** At least one cell must count. */
function decide(rule: ResolutionRule, cells: readonly StatedCell[], fitsWith: FitsWith): Ruling {
  switch (rule) {
    case "lead":
    case "preferred":
      return preferred(cells);
    case "majority":
      return majority(cells, fitsWith);
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

const differ = (cells: readonly StatedCell[]) => cells.some(({ text }) => text !== cells[0]?.text);
const countingOf = <C extends StatedCell>(cells: readonly C[]) => cells.filter(({ counts }) => counts);

/** The text of the first cell that counts. Texts are the coder's own words, so two of them neither agree nor differ. */
function preferred(cells: readonly StatedCell[]): Ruling {
  const value = countingOf(cells)[0]?.text ?? null;
  return {
    value,
    fits: cells.map(({ text }) => (text === value ? "accepted" : "compatible")),
    differs: false,
    conflicts: false,
  };
}

/** The value that most families give; if several values tie, the one in the most preferred cell. */
function majority(cells: readonly StatedCell[], fitsWith: FitsWith): Ruling {
  const votes = new Map<string, number>();
  const voters = new Set<string>();
  for (const { text, family } of countingOf(cells)) {
    votes.set(text, (votes.get(text) ?? 0) + (voters.has(family) ? 0 : 1));
    voters.add(family);
  }
  const most = Math.max(...votes.values());
  const value = [...votes].find(([, count]) => count === most)?.[0] ?? null;
  const given = [...new Set(cells.map(({ text }) => text))];
  return {
    value,
    fits: cells.map(({ text }) => {
      if (text === value) return "accepted";
      return value !== null && fitsWith(text, value) ? "compatible" : "against";
    }),
    differs: given.length > 1,
    conflicts: given.some((one, at) => given.slice(at + 1).some((other) => !fitsWith(one, other))),
  };
}

/** Every item in a cell that counts. A longer list does not contradict a shorter one, and the order of items does not matter. */
function union(cells: readonly StatedCell[]): Ruling {
  const items = new Set(countingOf(cells).flatMap(({ text }) => splitList(text)));
  const sorted = (text: string) => joinList(splitList(text).sort(byCodeUnit));
  return {
    value: joinList([...items].sort(byCodeUnit)),
    fits: cells.map(({ text }) => (splitList(text).every((item) => items.has(item)) ? "accepted" : "compatible")),
    differs: cells.some(({ text }) => sorted(text) !== sorted(cells[0]?.text ?? "")),
    conflicts: false,
  };
}

/** If all dates share a day, the narrowest date; otherwise the most preferred one, and the column is in conflict. */
function mostPrecise(cells: readonly StatedCell[]): Ruling {
  const dated = cells.map((cell) => ({ ...cell, date: dateOf(cell) }));
  const heard = countingOf(dated);
  const [first] = heard;
  if (first === undefined) throw new Error("A column was resolved without a cell that counts.");
  const accepted = shareADay(heard.map(({ date }) => date))
    ? heard.reduce((best, cell) => (spanInDays(cell.date) < spanInDays(best.date) ? cell : best), first)
    : first;
  return {
    value: accepted.date,
    fits: dated.map(({ text, date }) => {
      if (text === accepted.text) return "accepted";
      return shareADay([accepted.date, date]) ? "compatible" : "against";
    }),
    differs: differ(cells),
    conflicts: !shareADay(dated.map(({ date }) => date)),
  };
}

function dateOf({ text, value }: StatedCell): PartialDate {
  if (typeof value === "string" || !isPartialDate(value))
    throw new Error(`"${text}" was resolved as a date, but is not one.`);
  return value;
}

function amountOf({ text, value }: StatedCell): Amount {
  if (typeof value === "string" || !isAmount(value))
    throw new Error(`"${text}" was resolved as a number, but is not one.`);
  return value;
}

/** The lowest and highest number that cells that count allow, and the most preferred single number. */
function range(cells: readonly StatedCell[]): Ruling {
  const amounts = cells.map(amountOf);
  const heard = countingOf(cells).map(amountOf);
  const low = Math.min(...heard.map((amount) => amount.low));
  const high = Math.max(...heard.map((amount) => amount.high));
  const best = heard.find(({ point }) => point !== null)?.point ?? null;
  const published = new Set(
    heard
      .filter((amount) => isAtEdge(amount, low, high) || (best !== null && amount.point === best))
      .map(({ text }) => text),
  );
  return {
    value: { low: Number.isFinite(low) ? low : null, best, high: Number.isFinite(high) ? high : null },
    fits: amounts.map((amount) => {
      if (published.has(amount.text)) return "accepted";
      const isCompatible = best === null ? shareANumber([amount, ...heard]) : allows(amount, best);
      return isCompatible ? "compatible" : "against";
    }),
    differs: differ(cells),
    conflicts: !shareANumber(amounts),
  };
}

const isAtEdge = (amount: Amount, low: number, high: number) => amount.low === low || amount.high === high;

const allows = (amount: Amount, number: number) =>
  isStrict(amount) ? number > amount.low && number < amount.high : number >= amount.low && number <= amount.high;

/** Whether there is a number that all amounts allow. `<50` and `>50` share none, although both name 50. */
function shareANumber(amounts: readonly Amount[]): boolean {
  const low = Math.max(...amounts.map((amount) => amount.low));
  const high = Math.min(...amounts.map((amount) => amount.high));
  if (low !== high) return low < high;
  return amounts.every((amount) => allows(amount, low));
}
