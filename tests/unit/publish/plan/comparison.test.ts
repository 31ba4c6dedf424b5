import { describe, expect, it } from "vitest";
import { writeComparison } from "#pipeline/publish/plan/changelog.ts";
import { compareReleases } from "#pipeline/publish/plan/comparison.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, aTable, aThing, type ReleaseSketch, someTombstones } from "#tests/builders/published-release.ts";

const aReader = (sketch: ReleaseSketch) => readerOf(aRelease(sketch));

const OLD = aReader({
  version: "1.0.0",
  tables: { events: aTable([aThing("evt-001"), aThing("evt-002")]), retired: someTombstones() },
});

describe("two releases compared", () => {
  it("skips releases between them, and takes reasons from the newer one's files", () => {
    const newer = aReader({
      version: "1.2.0",
      tables: { events: aTable([aThing("evt-001", { n: 3 })]), retired: someTombstones("events/evt-002") },
      changes: [
        {
          version: "1.2.0",
          change: "changed",
          table: "events",
          record_id: "evt-001",
          column: "n",
          old_value: "2",
          new_value: "3",
          reason: "Counted again.",
        },
        {
          version: "1.1.0",
          change: "changed",
          table: "events",
          record_id: "evt-001",
          column: "n",
          old_value: "1",
          new_value: "2",
          reason: "Counted.",
        },
      ],
    });
    const comparison = compareReleases(OLD, newer);
    expect(comparison).toMatchObject({
      from: "1.0.0",
      to: "1.2.0",
      schema: [],
      changes: [
        {
          change: "changed",
          record_id: "evt-001",
          column: "n",
          old_value: "1",
          new_value: "3",
          reason: "Counted again.",
        },
        { change: "retired", record_id: "evt-002", reason: "It was coded twice." },
        { change: "added", table: "retired" },
      ],
    });
    expect(writeComparison(comparison)).toContain("- Corrected evt-001: n from `1` to `3` (Counted again).");
  });

  it("goes backwards too", () => {
    const newer = aReader({
      version: "1.1.0",
      tables: { events: aTable([aThing("evt-001"), aThing("evt-002"), aThing("evt-003")]), retired: someTombstones() },
    });
    expect(compareReleases(newer, OLD).changes).toMatchObject([
      { change: "retired", table: "events", record_id: "evt-003" },
    ]);
  });

  it("says so where no table differs", () => {
    expect(writeComparison(compareReleases(OLD, OLD))).toBe("## From 1.0.0 to 1.0.0\n\nNo table differs.\n");
  });
});
