import { describe, expect, it } from "vitest";
import type { Change } from "#pipeline/core/change.ts";
import { diffReleases } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog, writeSection } from "#pipeline/publish/plan/changelog.ts";
import { newestSection, sectionsOf } from "#pipeline/publish/plan/changelog-sections.ts";
import { payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";
import { readerOf } from "#tests/builders/memory-store.ts";
import { aRelease, aTable, aThing, someTombstones } from "#tests/builders/published-release.ts";

/** A changelog in which each part that comes from the data is this text. */
function changelogWith(text: string): string {
  const tombstones = someTombstones("events/evt-2");
  const [from, to] = [
    { events: aTable([aThing("evt-1"), aThing("evt-2")]), retired: someTombstones() },
    {
      events: aTable([aThing("evt-1", { name: text }), aThing("evt-3")]),
      retired: { ...tombstones, rows: (tombstones.rows ?? []).map((row) => ({ ...row, reason: text })) },
    },
  ].map((tables) => readRelease(readerOf(aRelease({ tables }))));
  if (from === undefined || to === undefined) throw new Error("There are two releases.");
  const change: Change = {
    version: "1.1.0",
    change: "changed",
    table: "events",
    record_id: "evt-1",
    column: "name",
    old_value: text,
    new_value: text,
    reason: text,
  };
  const facts = { version: "1.1.0", created: "2026-12-01", choice: "MINOR: 1 row added to events" };
  const section = writeSection({ ...facts, diff: diffReleases(from, to), changes: [change] });
  return writeChangelog(section, readerOf(aRelease({})));
}

const releasesIn = (changelog: string) => sectionsOf(changelog).map((section) => section.split("\n")[0]);
const OURS = ["## 1.1.0 (2026-12-01)", "## 1.0.0 (2026-11-24)"];

describe("the sections of a changelog", () => {
  it.each(Object.values(payloads))("are those of its releases, whatever a reason says: %j", (text) => {
    const changelog = changelogWith(text);
    expect(releasesIn(changelog)).toEqual(OURS);
    expect(newestSection(changelog)).toContain("- Retired evt-2");
    const { headings, inline } = readMarkdown(changelog);
    expect(headings.filter((heading) => /^\d/u.test(heading))).toEqual(OURS.map((heading) => heading.slice(3)));
    expect([...new Set(inline)]).toEqual(["code_inline"]);
  });

  it("are joined to the same changelog again", () => {
    const changelog = changelogWith(payloads.heading);
    const again = writeChangelog(newestSection(changelog), readerOf(aRelease({})));
    expect(again).toBe(changelog);
  });

  it("begin with a version and a day, alone on their line", () => {
    const others = [
      "## 7.7.7",
      "## 7.7.7 (soon)",
      "### 7.7.7 (2026-01-01)",
      "## 7.7.7 (2026-01-01) and more",
      " ## 7.7.7 (2026-01-01)",
    ];
    expect(releasesIn(`# Changelog\n\n${OURS[0]}\n\n${others.join("\n\n")}\n\n${OURS[1]}\n\nThe first.\n`)).toEqual(
      OURS,
    );
  });
});
