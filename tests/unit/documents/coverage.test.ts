import { describe, expect, it } from "vitest";
import { MANY, reportCoverage } from "#pipeline/documents/coverage.ts";
import { wordCoverage } from "#pipeline/documents/coverage-words.ts";
import { anIndexOf } from "#tests/builders/document.ts";

const TEXT = "One is here. Two is here.\nThree is here. Four is here.";
const evidence = (record_id: string, locator: string) => ({
  table: "events",
  record_id,
  source_id: "source-a",
  locator,
});

const report = (texts: ReadonlyMap<string, string> = new Map()) =>
  reportCoverage({
    indexes: [anIndexOf(TEXT)],
    evidence: [
      evidence("evt-2", "p1s1"),
      ...Array.from({ length: MANY }, (_, at) => evidence(`evt-${at + 3}`, "p1s2")),
    ],
    passedOver: [{ source_id: "source-a", locator: "p1s2-p2s1", reason: "heading" }],
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

  it("shows the text of unread sentences where it is at hand, and only if it is that sentence", () => {
    expect(report(new Map([["source-a", TEXT]]))[0]?.unread[0]?.text).toBe("Four is here.");
    expect(report(new Map([["source-a", TEXT.replace("Four", "Nine")]]))[0]?.unread[0]?.text).toBeNull();
  });

  it("lists sentences that many records rest on", () => {
    expect(report()[0]?.busiest.map(({ locator, citedBy }) => [locator, citedBy.length])).toEqual([["p1s2", MANY]]);
  });

  it("is told in lines of 80 columns", () => {
    const words = wordCoverage(report(new Map([["source-a", TEXT]])));
    expect(words).toContain("Unread in source-a:\n  p2s2     Four is here.");
    expect(Math.max(...words.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
