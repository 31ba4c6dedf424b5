import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { diffReleases } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { chooseVersion } from "#pipeline/publish/plan/version.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, aTable } from "#tests/builders/published-release.ts";

const NO_NEWS = { files: [], newEditions: [], reformedEditions: [] };

const cell = fc.oneof(fc.constantFrom("a", "b", 'with "quotes", and\na line', "é"), fc.constant(null));
const row = fc.record({
  record_id: fc.integer({ min: 1, max: 12 }).map((number) => `evt-${number}`),
  name: cell,
  n: fc.option(fc.nat(9)),
});
const rows = fc.uniqueArray(row, { selector: ({ record_id }) => record_id, maxLength: 12 });

const release = (events: readonly Row[]) => readRelease(readerOf(aRelease({ tables: { events: aTable(events) } })));
const diff = (before: readonly Row[], after: readonly Row[]) => diffReleases(release(before), release(after));
const textOf = (value: Row[string] | undefined) => (value === null || value === undefined ? "" : String(value));

describe("the diff of two releases", () => {
  it("leads from the one to the other", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const found = new Map(before.map((one) => [one.record_id, { name: textOf(one.name), n: textOf(one.n) }]));
        for (const { change, recordId, cells } of diff(before, after).rows) {
          if (change === "removed") found.delete(recordId);
          if (change === "added") {
            const one = after.find(({ record_id }) => record_id === recordId);
            found.set(recordId, { name: textOf(one?.name), n: textOf(one?.n) });
          }
          const known = found.get(recordId);
          for (const { column, before: from, after: to } of cells) {
            if (known === undefined || (column !== "name" && column !== "n"))
              throw new Error("A cell of no row changed.");
            expect(known[column]).toBe(from);
            known[column] = to;
          }
        }
        const wanted = after.map((one): [string, unknown] => [
          one.record_id,
          { name: textOf(one.name), n: textOf(one.n) },
        ]);
        expect(new Map([...found].sort())).toEqual(new Map(wanted.sort()));
      }),
    );
  });

  it("does not hang on the order of the rows, and finds nothing between a release and itself", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        expect(diff(before, [...before].reverse()).rows).toEqual([]);
        const key = ({ recordId, change }: { recordId: string; change: string }) => `${recordId} ${change}`;
        expect(
          diff([...before].reverse(), [...after].reverse())
            .rows.map(key)
            .sort(),
        ).toEqual(diff(before, after).rows.map(key).sort());
      }),
    );
  });

  it("finds the same cells on the way back, and makes a version of the same level", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const [there, back] = [diff(before, after), diff(after, before)];
        const cells = (of: typeof there) =>
          of.rows.flatMap(({ recordId, cells }) => cells.map(({ column }) => `${recordId}.${column}`)).sort();
        expect(cells(back)).toEqual(cells(there));
        expect(chooseVersion(back, NO_NEWS).level).toBe(chooseVersion(there, NO_NEWS).level);
      }),
    );
  });
});
