import { describe, expect, it } from "vitest";
import { coverageOf } from "#pipeline/core/coverage.ts";
import type { Row } from "#pipeline/core/row.ts";
import { MANY, reportCoverage } from "#pipeline/documents/coverage.ts";
import { formatCoverage } from "#pipeline/documents/format-coverage.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { anIndexOf } from "#tests/builders/document.ts";
import { aPublishedRow } from "#tests/builders/release.ts";
import { aResolution, type RowsByTable } from "#tests/builders/resolution.ts";

const TEXT = "One is here. Two is here.\nThree is here. Four is here.";
const index = anIndexOf(TEXT);
const coverage = coverageOf(index, {
  cited: new Set(["p1s1", "p1s2"]),
  passedOver: new Map([
    ["p1s2", "heading"],
    ["p2s1", "heading"],
  ]),
});

/** Events, each resting on one sentence. */
const rows: RowsByTable = new Map<PublishedTableName, readonly Row[]>([
  ["events", Array.from({ length: MANY + 1 }, (_, at) => aPublishedRow("events", { record_id: `evt-${at}` }))],
  [
    "evidence",
    Array.from({ length: MANY + 1 }, (_, at) =>
      aPublishedRow("evidence", {
        table: "events",
        record_id: `evt-${at}`,
        source_id: "source-a",
        locator: at === 0 ? "p1s1" : "p1s2",
      }),
    ),
  ],
]);

const report = (texts: ReadonlyMap<string, string> = new Map()) =>
  reportCoverage({
    resolution: aResolution(rows),
    coverage: [coverage],
    indexes: new Map([["source-a", index]]),
    texts,
  });

describe("coverage", () => {
  it("puts every sentence in one of cited, passed over and unread; a cited one counts as cited", () => {
    expect(report()).toMatchObject([
      {
        sentences: 4,
        cited: 2,
        passedOver: 1,
        reasons: { heading: 1 },
        unread: [{ locator: "p2s2", line: 2, words: 3, text: null }],
      },
    ]);
  });

  it("shows the text of unread sentences if it is available and has that sentence", () => {
    expect(report(new Map([["source-a", TEXT]]))[0]?.unread[0]?.text).toBe("Four is here.");
    expect(report(new Map([["source-a", TEXT.replace("Four", "Nine")]]))[0]?.unread[0]?.text).toBeNull();
  });

  it("groups unread sentences that follow each other", () => {
    expect(report()[0]?.unreadRanges).toEqual([{ locators: "p2s2", sentences: 1 }]);
    const unread = coverageOf(index, { cited: new Set(["p1s2"]), passedOver: new Map() });
    const indexes = new Map([["source-a", index]]);
    const reported = reportCoverage({ resolution: aResolution(rows), coverage: [unread], indexes, texts: new Map() });
    expect(formatCoverage(reported, false)).toBe(
      [
        "source      sentences        cited  passed over       unread",
        "source-a            4            1            0            3",
        "",
        "Unread in source-a:",
        "  p1s1: 1 sentence",
        "  p2s1-p2s2: 2 sentences",
      ].join("\n"),
    );
  });

  it("has one line for each source where nothing is unread", () => {
    const all = coverageOf(index, { cited: new Set(["p1s1", "p1s2", "p2s1", "p2s2"]), passedOver: new Map() });
    const indexes = new Map([["source-a", index]]);
    const reported = reportCoverage({ resolution: aResolution(rows), coverage: [all], indexes, texts: new Map() });
    expect(formatCoverage(reported, false).split("\n")).toHaveLength(2);
    expect(formatCoverage(reported, true)).toContain("Cited by at least 6 records");
  });

  it("lists sentences that many records rest on", () => {
    expect(report()[0]?.busiest.map(({ locator, citedBy }) => [locator, citedBy.length])).toEqual([["p1s2", MANY]]);
  });

  it("fits 80 columns", () => {
    const words = formatCoverage(report(new Map([["source-a", TEXT]])), true);
    expect(words).toContain("Unread in source-a:\n  p2s2: 1 sentence");
    expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
