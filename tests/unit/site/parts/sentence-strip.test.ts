import { describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { PageContext } from "#pipeline/site/page.ts";
import { MOST_SQUARES, sentenceStrip } from "#pipeline/site/parts/sentence-strip.ts";
import { type Cells, viewRelease } from "#pipeline/site/release/release-view.ts";
import { citedSentences, passedOverSentences } from "#pipeline/site/release/source-records.ts";
import { english } from "#pipeline/site/words/english/english.ts";
import { weightOf } from "#tests/builders/site.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

const position = (locator: string, line: number, start: number) => ({
  ...{ source_id: "one", locator, line: String(line), start: String(start) },
});
const cited = (record_id: string, locator: string, line: number, start: number) => ({
  ...{ table: "events", record_id },
  ...position(locator, line, start),
});
const passed = (reason: string, locator: string, line: number, start: number) => ({
  ...position(locator, line, start),
  reason,
});

const contextOf = (evidence: readonly Cells[], passed_over: readonly Cells[] | null): PageContext => {
  const events = [...new Set(evidence.map(({ record_id = "" }) => record_id))].map((record_id) => ({ record_id }));
  const codelists = [{ codelist: "passed_over_reason", code: "heading", label: "Heading" }];
  const tables = { events, evidence, codelists, ...(passed_over === null ? {} : { passed_over }) };
  return {
    view: viewRelease(aSiteRelease(tables)),
    ...{ words: english, outlines: NO_OUTLINES, base: null, releases: [], shown: [] },
  };
};

const stripOf = (context: PageContext, hrefOf = (locator: string) => `#${locator}`) => {
  const [cited, passedOver] = [citedSentences("one", context.view), passedOverSentences("one", context.view)];
  return sentenceStrip({ cited, passedOver, hrefOf }, context).markup;
};

const squaresIn = (markup: string) =>
  [...markup.slice(markup.indexOf("<ol")).matchAll(/class="([a-z]+)" title="([^"]*)"/gu)].map(([, look, title]) => [
    look,
    title,
  ]);

const context = contextOf(
  [
    ...["evt-1", "evt-2", "evt-3", "evt-4", "evt-5"].map((id) => cited(id, "p10s1", 20, 900)),
    cited("evt-1", "p2s2", 3, 50),
    cited("evt-1", "p2s1", 3, 20),
    cited("evt-2", "p2s1", 3, 20),
  ],
  [passed("heading", "p1s1", 1, 0), passed("repeats", "p10s2", 20, 950)],
);

describe("the strip of a source's sentences", () => {
  it("has a square for each in the order of the document, and says in words what its colour says", () => {
    expect(squaresIn(stripOf(context))).toEqual([
      ["passed", "p1s1: passed over (Heading)"],
      ["few", "p2s1: supports 2 records"],
      ["one", "p2s2: supports 1 record"],
      ["many", "p10s1: supports 5 records"],
      ["repeats", "p10s2: passed over (repeats)"],
    ]);
    for (const [, title = ""] of squaresIn(stripOf(context)))
      expect(stripOf(context)).toContain(`<span class="hidden-words">${title}</span>`);
  });

  it("names the page where the original has pages", () => {
    const paged = contextOf(
      [{ ...cited("evt-1", "p2s2", 3, 50), page: "7" }],
      [{ ...passed("heading", "p1s1", 1, 0), page: "6" }],
    );
    expect(squaresIn(stripOf(paged))).toEqual([
      ["passed", "p1s1, page 6: passed over (Heading)"],
      ["one", "p2s2, page 7: supports 1 record"],
    ]);
  });

  it("leads from the cited ones to their records, and from no other", () => {
    const links = [...stripOf(context).matchAll(/href="#([^"]*)"/gu)].map(([, anchor]) => anchor);
    expect(links).toEqual(["p2s1", "p2s2", "p10s1"]);
  });

  it("of a release without the others has the cited ones, and says so", () => {
    const older = stripOf(contextOf([cited("evt-1", "p2s2", 3, 50)], null));
    expect(squaresIn(older)).toEqual([["one", "p2s2: supports 1 record"]]);
    expect(older).toContain(english.sources.strip.squares.cited);
    expect(stripOf(context)).not.toContain(english.sources.strip.squares.cited);
  });
});

describe("the strip of a long document", () => {
  /** Paragraphs of four sentences: one cited twice, one cited once, a heading and a repeat. */
  const long = (paragraphs: number) => {
    const all = Array.from({ length: paragraphs }, (_, at) => at + 1);
    return stripOf(
      contextOf(
        all.flatMap((p) => [
          cited(`evt-${p}`, `p${p}s1`, p, p * 100),
          cited("evt-0", `p${p}s1`, p, p * 100),
          cited(`evt-${p}`, `p${p}s2`, p, p * 100 + 10),
        ]),
        all.flatMap((p) => [
          passed("heading", `p${p}s3`, p, p * 100 + 20),
          passed("repeats", `p${p}s4`, p, p * 100 + 30),
        ]),
      ),
    );
  };

  it("has a square for each paragraph, with what is in it", () => {
    const squares = squaresIn(long(MOST_SQUARES / 4 + 1));
    expect(squares).toHaveLength(MOST_SQUARES / 4 + 1);
    expect(squares[0]).toEqual([
      "one",
      "p1: 2 cited sentences, 2 records; 1 passed over (Heading); 1 passed over (repeats)",
    ]);
  });

  it("has a square for several paragraphs of a very long one, and stays light", () => {
    const strip = long(12_500);
    expect(squaresIn(strip).length).toBeLessThanOrEqual(MOST_SQUARES);
    expect(squaresIn(strip)[0]?.[1]).toMatch(/^p1 to p7: 14 cited sentences, 8 records;/u);
    expect(weightOf(strip)).toBeLessThan(50_000);
  });

  it("is light just before its sentences are grouped", () => {
    const strip = long(MOST_SQUARES / 4);
    expect(squaresIn(strip)).toHaveLength(MOST_SQUARES);
    expect(weightOf(strip)).toBeLessThan(50_000);
  });
});

it("is where links to a sentence arrive whose records are on a further page", () => {
  const drawn = stripOf(context, (locator) => (locator === "p2s2" ? `one.2.html#${locator}` : `#${locator}`));
  expect([...drawn.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)).toEqual(["p2s2"]);
  expect(drawn).toContain('href="one.2.html#p2s2"');
});
