import { describe, expect, it } from "vitest";
import { diffReleases } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog, writeSection } from "#pipeline/publish/plan/changelog.ts";
import { newestSection, sectionsOf, shortenSection } from "#pipeline/publish/plan/changelog-sections.ts";
import { compare } from "#pipeline/publish/plan/comparison.ts";
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
  const facts = { version: "1.1.0", created: "2026-12-01", choice: "MINOR: 1 record added to events" };
  const comparison = compare({ diff: diffReleases(from, to), traces: [], reasonOf: () => text, lineOf: () => text });
  const section = writeSection({ ...facts, comparison });
  return writeChangelog(section, FIRST);
}

const FIRST = readerOf(aRelease({})).text("CHANGELOG.md");

const releasesIn = (changelog: string) => sectionsOf(changelog).map((section) => section.split("\n")[0]);
const OURS = ["## 1.1.0 (2026-12-01)", "## 1.0.0 (2026-11-24)"];

describe("a shortened section", () => {
  const long = [
    "## 2.0.0 (2026-12-01)\n\nMAJOR: table a removed.\n\n- Table a removed.\n",
    "### events\n\n1 corrected, 1 added.\n\n- Corrected evt-1: n from `1` to `2`.\n- Added: evt-2.\n",
    "### claims\n\nDerived rows: 3 added.\n",
  ].join("\n");

  it("keeps the reason of the version, changes of columns and the counts, and says where the rest is", () => {
    expect(shortenSection(long)).toBe(
      [
        "## 2.0.0 (2026-12-01)\n\nMAJOR: table a removed.\n\n- Table a removed.\n",
        "### events\n\n1 corrected, 1 added.\n\n### claims\n\nDerived rows: 3 added.\n",
        "Each single change is in CHANGELOG.md and changes.csv of release 2.0.0.\n",
      ].join("\n"),
    );
  });

  it("stays the same if it is shortened again, as does a section without single changes", () => {
    expect(shortenSection(shortenSection(long))).toBe(shortenSection(long));
    const counts = "## 1.0.0 (2026-11-24)\n\nMINOR: x.\n\n### claims\n\nDerived rows: 3 added.\n";
    expect(shortenSection(counts)).toBe(counts);
  });
});

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
    const again = writeChangelog(newestSection(changelog), FIRST);
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
