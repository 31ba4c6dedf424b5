import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctionKey } from "#pipeline/publish/plan/corrections.ts";
import { readLast } from "#pipeline/publish/plan/last-release.ts";
import { planNextRelease } from "#pipeline/publish/plan/plan.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, someTombstones, type TableSketch } from "#tests/builders/published-release.ts";

const events = (texts: readonly string[]): TableSketch => ({
  columns: { record_id: "string", description: "string" },
  rows: texts.map((description, at) => ({ record_id: `evt-${String(at).padStart(4, "0")}`, description })),
});

/** A table and the same table with some of its records changed. */
const changes = fc
  .record({ size: fc.integer({ min: 1, max: 400 }), changed: fc.integer({ min: 1, max: 60 }), from: fc.nat(399) })
  .map(({ size, changed, from }) => {
    const before = Array.from({ length: size }, () => "A clash.");
    const number = Math.min(size, changed);
    const places = new Set(Array.from({ length: number }, (_, at) => (from + at * 7) % size));
    return { size, number: places.size, before, after: before.map((text, at) => (places.has(at) ? "A fight." : text)) };
  });

const LIFT: CodedRow<"corrections"> = { table: "events", record_id: "*", column: null, reason: "All were read again." };

function codesOf(before: readonly string[], after: readonly string[], seen: readonly CodedRow<"corrections">[] | null) {
  const plan = planNextRelease({
    last: readLast(readerOf(aRelease({ tables: { events: events(before), retired: someTombstones() } }))),
    candidate: readerOf(aRelease({ tables: { events: events(after), retired: someTombstones() } })),
    others: { files: [], newEditions: [], reformedEditions: [] },
    created: "2026-12-01",
    judgements: someJudgements({ corrections: seen === null ? [] : [LIFT] }),
    correctionKeys: new Set((seen ?? []).map(correctionKey)),
    retiredPath: "raw/coded/retired.csv",
  });
  return plan.issues.map(({ code }) => code);
}

describe("the limit on changed records", () => {
  it("stops a release if, and only if, more than ten records and more than 5 % of them changed", () => {
    fc.assert(
      fc.property(changes, ({ before, after, number, size }) => {
        const isTooMany = number > 10 && number > size * 0.05;
        expect(codesOf(before, after, null)).toEqual(isTooMany ? ["publish/too-many-changes"] : []);
      }),
      { numRuns: 60 },
    );
  });

  it("is lifted for one release by a correction of every record, and back in the next", () => {
    fc.assert(
      fc.property(changes, ({ before, after }) => {
        expect(codesOf(before, after, [])).toEqual([]);
        // The next release is made with the same row in corrections.csv, and changes the records back.
        expect(codesOf(after, before, [LIFT])).toEqual(codesOf(after, before, null));
      }),
      { numRuns: 60 },
    );
  });
});
