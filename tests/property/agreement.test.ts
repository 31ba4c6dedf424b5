import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CodingRows, codingRows, compareTables } from "#pipeline/agreement/compare-tables.ts";
import type { TableAgreement } from "#pipeline/core/agreement-report.ts";
import type { Row } from "#pipeline/core/row.ts";
import { aCodedRow } from "#tests/builders/raw.ts";
import { aResolveInput } from "#tests/builders/staged.ts";

const step = fc.record({
  evidence: fc.constantFrom("p1s1", "p1s2", "p1s3", "p1s1-p1s2", "p1s2; p1s4", "p1s5"),
  actor_id: fc.constantFrom("jnim", "other-group"),
  step_type: fc.constantFrom("entry", "extension", "first_attack"),
  place_id: fc.constantFrom("mali", null),
  date: fc.constantFrom("2018", "2018-41", "2020-06-01", null),
  certainty: fc.constantFrom("stated", "hedged"),
});
const coding = fc.array(step, { maxLength: 7 });
/** Codings of as many rows about one sentence, which can be paired in many ways that are as good. */
const tied = fc.constantFrom(3, 4, 5).chain((length) => {
  const steps = fc.array(
    step.map((cells) => ({ ...cells, evidence: "p1s1" as const })),
    { minLength: length, maxLength: length },
  );
  return fc.tuple(steps, steps);
});
type Steps = typeof coding extends fc.Arbitrary<infer T> ? T : never;

const asRows = (steps: Steps, prefix = "exp"): Row[] =>
  steps.map((cells, at) =>
    aCodedRow("expansion", {
      record_id: `${prefix}-${at + 1}`,
      ...cells,
      date_text: cells.date === null ? null : "then",
    }),
  );

function read(expansion: readonly Row[]): CodingRows {
  const { tables, indexes } = aResolveInput({ expansion });
  return codingRows(tables, { names: ["expansion"], sourceId: "source-a", index: indexes.get("source-a") });
}
const compare = (first: readonly Row[], second: readonly Row[]) => compareTables(read(first), read(second));

const turned = ({ nOnlyFirst, nOnlySecond, ...rest }: TableAgreement): TableAgreement => ({
  ...rest,
  nOnlyFirst: nOnlySecond,
  nOnlySecond: nOnlyFirst,
});

describe("the comparison of two codings", () => {
  it("is the same whatever the order of their rows", () => {
    const shuffled = coding.chain((steps) =>
      fc.tuple(fc.constant(asRows(steps)), fc.shuffledSubarray(asRows(steps), { minLength: steps.length })),
    );
    fc.assert(
      fc.property(shuffled, shuffled, ([first, firstShuffled], [second, secondShuffled]) => {
        expect(compare(firstShuffled, secondShuffled)).toEqual(compare(first, second));
      }),
    );
  });

  it("gives the same figures whichever is first", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(coding, coding), tied), ([first, second]) => {
        const { tables } = compare(asRows(first), asRows(second));
        expect(compare(asRows(second), asRows(first)).tables).toEqual(tables.map(turned));
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same figures whatever the ids are", () => {
    fc.assert(
      fc.property(coding, coding, (first, second) => {
        const renamed = asRows(first)
          .toReversed()
          .map((row, at) => ({ ...row, record_id: `exp-${at + 50}` }));
        const { tables } = compare(asRows(first), asRows(second));
        expect(compare(renamed, asRows(second, "exp-9")).tables).toEqual(tables);
      }),
    );
  });

  it("counts each row once, in both or in one", () => {
    fc.assert(
      fc.property(coding, coding, (first, second) => {
        const [found] = compare(asRows(first), asRows(second)).tables;
        const { nInBoth, nOnlyFirst, nOnlySecond } = found ?? { nInBoth: 0, nOnlyFirst: 0, nOnlySecond: 0 };
        expect([nInBoth + nOnlyFirst, nInBoth + nOnlySecond]).toEqual([first.length, second.length]);
      }),
    );
  });

  it("finds nothing between a coding and itself: every cell agrees, and alpha is 1 or not defined", () => {
    fc.assert(
      fc.property(coding, (steps) => {
        const { tables, differences } = compare(asRows(steps), asRows(steps, "exp-9"));
        expect(differences).toEqual([]);
        for (const { columns } of tables) {
          for (const { nChanged, alpha } of columns) expect([nChanged, alpha ?? 1]).toEqual([0, 1]);
        }
      }),
    );
  });
});
