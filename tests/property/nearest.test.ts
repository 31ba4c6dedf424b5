import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestOf, suggestFrom } from "#pipeline/core/nearest.ts";

/** Optimal string alignment as it is defined, without any saving. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const change = distance(restA, restB) + (a[0] === b[0] ? 0 : 1);
  const swap =
    a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1 ? distance(a.slice(2), b.slice(2)) + 1 : 99;
  return Math.min(change, distance(restA, b) + 1, distance(a, restB) + 1, swap);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 7 });

describe("the nearest candidate", () => {
  it("is the first of those at the least distance, up to a third of the letters, and to none of two letters", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (typed, candidates) => {
        const isShort = (text: string) => text.length <= 2;
        const near = candidates
          .map((candidate) => ({ candidate, away: distance(typed, candidate) }))
          .filter(({ candidate, away }) =>
            isShort(typed) || isShort(candidate) ? away === 0 : away <= Math.max(1, Math.floor(typed.length / 3)),
          );
        const least = Math.min(...near.map(({ away }) => away));
        expect(nearestOf(typed, candidates)).toBe(near.find(({ away }) => away === least)?.candidate ?? null);
      }),
      { numRuns: 300 },
    );
  });
});

describe("suggestions for many misspelt texts", () => {
  const ids = Array.from({ length: 2_000 }, (_, number) => `group-${number}`);

  /** Counts how often a candidate is looked at. */
  function looksFor(texts: number): number {
    let looks = 0;
    const counted = {
      *[Symbol.iterator]() {
        for (const id of ids) {
          looks += 1;
          yield id;
        }
      },
    };
    const suggest = suggestFrom(counted);
    for (let number = 0; number < texts; number += 1) suggest(`gruop-${number}x`);
    return looks;
  }

  it("cost no more for a hundred thousand than for ten thousand", () => {
    expect(looksFor(100_000)).toBe(looksFor(10_000));
  });

  it("are still made for the first few hundred, and again for a text that was asked for before", () => {
    const suggest = suggestFrom(ids);
    const typed = Array.from({ length: 300 }, (_, number) => `gruop-${number}`);
    const first = typed.map(suggest);
    expect(first).toEqual(typed.map((_, number) => `group-${number}`));
    for (let number = 0; number < 10_000; number += 1) suggest(`gruop-${number}x`);
    expect(suggest("gruop-99999")).toBeNull();
    expect(typed.map(suggest)).toEqual(first);
  });

  it("are not sought for a text that is longer than any id", () => {
    const effort = { left: 1_000 };
    expect(nearestOf("x".repeat(10_000_000), ["x".repeat(9_999_999)], effort)).toBeNull();
    expect(effort.left).toBe(1_000);
  });
});
