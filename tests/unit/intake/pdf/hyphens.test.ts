import { expect, test } from "vitest";
import { joinLines, vocabularyOf } from "#pipeline/intake/pdf/hyphens.ts";

/** What two lines become where the rest of the document has these words. */
function join(lines: readonly string[], rest = "") {
  const placed = lines.map((text) => ({ text, page: 3 }));
  const { text, hyphens } = joinLines(placed, vocabularyOf([rest, ...lines]));
  return { text, outcomes: hyphens.map(({ word, outcome }) => `${word} ${outcome}`) };
}

test("lines without a hyphen are joined by a space", () => {
  expect(join(["one lamp", "and two ropes"])).toEqual({ text: "one lamp and two ropes", outcomes: [] });
});

test.each([
  ["the document has the word", ["a har-", "bour"], "the harbour", "a harbour", "harbour mended"],
  [
    "the document has the word with a hyphen",
    ["a well-", "made rope"],
    "well-made",
    "a well-made rope",
    "well-made kept",
  ],
  [
    "the document has another form of the word",
    ["they har-", "boured it"],
    "harbour",
    "they harboured it",
    "harboured mended",
  ],
  ["a name follows its article", ["from al-", "Madina"], "", "from al-Madina", "al-Madina kept"],
  ["a number stands on a side", ["the mid-", "1990s"], "", "the mid-1990s", "mid-1990s kept"],
  ["the second part is an ending", ["a settle-", "ment"], "settle", "a settlement", "settlement mended"],
  [
    "both parts are words",
    ["a river-", "crossing"],
    "river crossing",
    "a river-crossing",
    "river-crossing kept-unsure",
  ],
  ["a prefix stays open", ["a non-", "military"], "military", "a non-military", "non-military kept-unsure"],
  ["the hyphen is a soft one", ["a har\u00AD", "bour"], "", "a harbour", "harbour mended"],
  ["the program set the hyphen apart", ["a har -", "bour"], "the harbour", "a harbour", "harbour mended"],
])("a hyphen at the end of a line where %s", (_, lines, rest, text, outcome) => {
  expect(join(lines, rest)).toEqual({ text, outcomes: [outcome] });
});

test.each([
  ["pas lui-", "même les sites", "pas lui-même les sites", "lui-même kept"],
  ["selon celles-", "ci, la route", "selon celles-ci, la route", "celles-ci kept"],
  ["c’est-à-", "dire peu", "c’est-à-dire peu", "c’est-à-dire kept"],
  ["la voi-", "là", "la voilà", "voilà mended"],
])("a French compound keeps its hyphen: %s%s", (first, second, text, outcome) => {
  expect(join([first, second])).toEqual({ text, outcomes: [outcome] });
});

test("a word that is joined without being known is unsure, and said to be joined", () => {
  expect(join(["a super-", "lamp"], "super lamp").outcomes).toEqual(["superlamp mended-unsure"]);
});

test("a dash between words stays", () => {
  expect(join(["the lamp -", "and the rope"], "lamp and").text).toBe("the lamp - and the rope");
  expect(join(["the lamp—", "and the rope"]).text).toBe("the lamp—and the rope");
  expect(join(["two- to", "three-day walks"]).text).toBe("two- to three-day walks");
});

test("a web address goes on without a space, and keeps its hyphens", () => {
  expect(join(["see https://", "example.org/salt"]).text).toBe("see https://example.org/salt");
  expect(join(["see https://example.org/salt-", "and-ropes/ there"]).text).toBe(
    "see https://example.org/salt-and-ropes/ there",
  );
  expect(join(["see https://example.org/salt", "and more"]).text).toBe("see https://example.org/salt and more");
});

test("the place where a page begins is told, whatever becomes of hyphens before it", () => {
  const turnsIn = (...lines: readonly (readonly [string, number])[]) => {
    const placed = lines.map(([text, page]) => ({ text, page }));
    const { text, turns } = joinLines(placed, vocabularyOf(["harbour"]));
    return turns.map(({ page, start }) => [page, text.slice(start)]);
  };
  expect(turnsIn(["One lamp.", 7], ["Two ropes", 8], ["and a sail.", 8])).toEqual([[8, "Two ropes and a sail."]]);
  expect(turnsIn(["The har-", 7], ["bour is open.", 8], ["Ships come.", 9])).toEqual([
    [8, "bour is open. Ships come."],
    [9, "Ships come."],
  ]);
  expect(turnsIn(["A soft\u00AD hy\u00AD", 7], ["phen. It is gone.", 7], ["Then a page.", 8])).toEqual([
    [8, "Then a page."],
  ]);
  expect(turnsIn(["One lamp.", 7], ["", 8], ["Two ropes.", 7])).toEqual([]);
});
