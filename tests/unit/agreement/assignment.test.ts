import { describe, expect, it } from "vitest";
import { assign } from "#pipeline/agreement/assignment.ts";

const total = (weights: readonly (readonly number[])[], columns: readonly number[]) =>
  columns.reduce((sum, column, row) => sum + (weights[row]?.[column] ?? 0), 0);

/** The highest sum that any assignment has, tried one by one. */
function highest(weights: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [first, ...rest] = weights;
  if (first === undefined) return 0;
  return Math.max(
    ...first.flatMap((weight, column) => (taken.includes(column) ? [] : [weight + highest(rest, [...taken, column])])),
  );
}

/** Numbers that look random, and are the same in every run. */
const numbers = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % 8;
  };
};

describe("an assignment", () => {
  it("gives up a good pair if two others are better together", () => {
    expect(
      assign([
        [9, 8],
        [8, 1],
      ]),
    ).toEqual([1, 0]);
  });

  it("is the best of all that there are, and uses no column twice", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = numbers(seed);
      const [nRows, more] = [1 + (next() % 5), next() % 3];
      const weights = Array.from({ length: nRows }, () => Array.from({ length: nRows + more }, next));
      const columns = assign(weights);
      expect(new Set(columns).size).toBe(nRows);
      expect(total(weights, columns)).toBe(highest(weights));
    }
  });

  it("is empty without rows, and refuses more rows than columns", () => {
    expect(assign([])).toEqual([]);
    expect(() => assign([[1], [2]])).toThrow();
  });
});
