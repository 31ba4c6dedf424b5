import { groupBy } from "#pipeline/core/group-by.ts";

/** The sum of the differences of each two values, in both orders: what alpha needs of a difference function. */
export type SumOfDifferences<T> = (values: readonly T[]) => number;

/** Two values differ by 1 or not at all. Krippendorff (2011), difference function for nominal data. */
export const nominal: SumOfDifferences<string> = (values) =>
  [...groupBy(values, (value) => value).values()].reduce(
    (sum, same) => sum - same.length * same.length,
    values.length * values.length,
  );

/**
 * Two values differ by the square of their distance. Krippendorff (2011), difference function for interval data. The
 * values are sorted and counted from the lowest one, so that their order does not change how the sum is rounded.
 */
export const interval: SumOfDifferences<number> = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const lowest = sorted[0] ?? 0;
  let [sum, squares] = [0, 0];
  for (const value of sorted) {
    sum += value - lowest;
    squares += (value - lowest) ** 2;
  }
  return 2 * (values.length * squares - sum ** 2);
};

/**
 * Krippendorff's alpha over units, each with one value per coder, or `null` where the coder has none. A unit with fewer
 * than two values is left out. Returns `null` if alpha is undefined: without two values of one unit, or if all values
 * are the same.
 *
 * Alpha is 1 - Do / De. Do is the mean difference of the values of one unit, De that of all values that can be paired.
 * Sources: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D; A. F. Hayes and
 * K. Krippendorff, "Answering the Call for a Standard Reliability Measure for Coding Data", Communication Methods and
 * Measures 1 (2007).
 */
export function krippendorffAlpha<T extends string | number>(
  units: Iterable<readonly (T | null)[]>,
  sumOfDifferences: SumOfDifferences<T>,
): number | null {
  const pairable = [...units]
    .map((values) => values.filter((value) => value !== null))
    .filter(({ length }) => length > 1);
  const all = pairable.flat();
  const expected = sumOfDifferences(all);
  if (all.length === 0 || expected === 0) return null;
  const observed = pairable.map((values) => sumOfDifferences(values) / (values.length - 1)).sort((a, b) => a - b);
  return 1 - ((all.length - 1) * observed.reduce((sum, one) => sum + one, 0)) / expected;
}
