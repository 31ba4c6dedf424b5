import { describe, expect, it } from "vitest";
import { coverageOf } from "#pipeline/core/coverage.ts";
import type { Row } from "#pipeline/core/row.ts";
import { formatSentenceState, formatWorksheet } from "#pipeline/documents/format-sentences.ts";
import { isFrom, type SentenceState, sentenceStates } from "#pipeline/documents/sentence-states.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import { anIndexOf } from "#tests/builders/document.ts";
import { aPublishedRow } from "#tests/builders/release.ts";
import { aResolution } from "#tests/builders/resolution.ts";

const TEXT = "One is here. Two is here.\nThree is here. Four is here.";
const index = anIndexOf(TEXT);
const coverage = coverageOf(index, {
  cited: new Set(["p1s1"]),
  passedOver: new Map([
    ["p1s1", "heading"],
    ["p2s1", "boilerplate"],
  ]),
});

const cite = (record_id: string, source_id: string) =>
  aPublishedRow("evidence", { table: "events", record_id, source_id, locator: "p1s1" });
const resolution = aResolution(
  new Map<PublishedTableName, readonly Row[]>([
    ["events", ["evt-1", "evt-2", "evt-3"].map((record_id) => aPublishedRow("events", { record_id }))],
    ["evidence", [cite("evt-2", "source-a"), cite("evt-1", "source-a"), cite("evt-3", "source-b")]],
  ]),
);

const statesOf = (text: string | null) => sentenceStates({ resolution, coverage, index, text });
const aSentence = (given: Partial<SentenceState>): SentenceState => ({
  ...{ locator: "p1s1", line: 1, page: null, words: 3, text: null, state: "unread", reason: null, records: [] },
  ...given,
});

describe("the sentences of a document", () => {
  it("are all there, in order, each cited, passed over or unread; one that is both cited and passed over is cited", () => {
    expect(statesOf(null).map(({ locator, state, reason }) => [locator, state, reason])).toEqual([
      ["p1s1", "cited", null],
      ["p1s2", "unread", null],
      ["p2s1", "passed_over", "boilerplate"],
      ["p2s2", "unread", null],
    ]);
  });

  it("name the records that cite them, but not those that cite another source", () => {
    expect(statesOf(null).map(({ records }) => records)).toEqual([["events/evt-1", "events/evt-2"], [], [], []]);
  });

  it("have their words if the text has that very sentence", () => {
    const texts = statesOf(TEXT.replace("Four", "Nine")).map(({ text }) => text);
    expect(texts).toEqual(["One is here.", "Two is here.", "Three is here.", null]);
    expect(statesOf(null).map(({ text }) => text)).toEqual([null, null, null, null]);
  });

  it("can begin at a paragraph or a sentence, compared as numbers", () => {
    const from = (place: string) => ["p2s1", "p9s3", "p10s1"].filter((locator) => isFrom(locator, place));
    expect(from("p9")).toEqual(["p9s3", "p10s1"]);
    expect(from("p9s4")).toEqual(["p10s1"]);
    expect(from("p11")).toEqual([]);
  });
});

describe("a sentence on a terminal", () => {
  it("is followed by its state, and fits 80 columns", () => {
    const records = Array.from({ length: 30 }, (_, at) => `events/evt-${at}`);
    const lines = formatSentenceState(aSentence({ text: "word ".repeat(60), state: "cited", records })).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.findIndex((line) => line.includes("cited: events/evt-0, events/evt-1"))).toBeGreaterThan(0);
    expect(formatSentenceState(aSentence({ state: "passed_over", reason: "opinion" }))).toBe(
      "  p1s1     line 1, 3 words\n           passed over: opinion",
    );
  });
});

describe("the page of a sentence", () => {
  it("is before its state, or in the place of its text if that is not available", () => {
    expect(formatSentenceState(aSentence({ page: 7, text: "Words." }))).toBe(
      "  p1s1     Words.\n           page 7, unread",
    );
    expect(formatSentenceState(aSentence({ page: 7 }))).toBe("  p1s1     page 7, line 1, 3 words\n           unread");
  });
});

describe("a worksheet", () => {
  it("has a row for each sentence, and no cell that a spreadsheet would run", () => {
    const sheet = formatWorksheet([
      aSentence({
        page: 7,
        state: "cited",
        records: ["events/evt-1", "events/evt-2"],
        text: '=HYPERLINK("x"), she said',
      }),
      aSentence({ locator: "p1s2", state: "passed_over", reason: "heading", text: "- Été" }),
      aSentence({ locator: "p1s3" }),
    ]);
    expect(sheet).toBe(
      [
        "locator,page,state,reason,records,text",
        `p1s1,7,cited,,events/evt-1; events/evt-2,"'=HYPERLINK(""x""), she said"`,
        "p1s2,,passed_over,heading,,'- Été",
        "p1s3,,unread,,,",
        "",
      ].join("\n"),
    );
  });
});
