import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMessage } from "#pipeline/core/format-issue.ts";
import { groupIssues } from "#pipeline/core/group-issues.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { lineRanges } from "#pipeline/core/line-ranges.ts";

const place = fc.record({
  file: fc.constantFrom("raw/coded/events.csv", "raw/coded/profile.csv"),
  line: fc.option(fc.integer({ min: 1, max: 60 })),
  column: fc.constantFrom("amount", "date", null),
});
const value = fc.oneof(fc.constantFrom("NA", "n/a"), fc.stringMatching(/^[a-z]{1,2}$/u));
const issue: fc.Arbitrary<Issue> = fc
  .record({ code: fc.constantFrom("stage/formula", "stage/bad-id", "stage/bad-locator"), at: place, value })
  .map((facts) => ({ ...facts }));
const issues = fc.array(issue, { maxLength: 200, size: "max" });

describe("grouping issues", () => {
  it("loses none, adds none, and keeps each once", () => {
    fc.assert(
      fc.property(issues, (all) => {
        const grouped = groupIssues(all).flatMap((group) => group.issues);
        expect(grouped).toHaveLength(all.length);
        expect(new Set(grouped)).toEqual(new Set(all));
      }),
    );
  });

  it("loses no place: the ranges of a group have every line of its issues and no other", () => {
    fc.assert(
      fc.property(issues, (all) => {
        for (const group of groupIssues(all)) {
          const lines = group.issues.flatMap(({ at }) => at.line ?? []);
          const named = lineRanges(lines).flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, at) => first + at),
          );
          expect(named).toEqual([...new Set(lines)].sort((a, b) => a - b));
        }
      }),
    );
  });

  it("puts together only what has the same code, file and column, and the same words where it says so", () => {
    fc.assert(
      fc.property(issues, (all) => {
        for (const { issues, areSame } of groupIssues(all)) {
          expect(new Set(issues.map(({ code, at }) => `${code} ${at.file} ${at.column}`)).size).toBe(1);
          if (areSame) expect(new Set(issues.map(formatMessage)).size).toBe(1);
        }
      }),
    );
  });

  it("keeps the order of first issues", () => {
    fc.assert(
      fc.property(issues, (all) => {
        const firsts = groupIssues(all).map(({ issues: [first] }) => (first === undefined ? -1 : all.indexOf(first)));
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });
});
