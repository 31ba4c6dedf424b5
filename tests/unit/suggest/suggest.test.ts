import { describe, expect, it } from "vitest";
import { codeFinder } from "#pipeline/suggest/code-words.ts";
import { formatRetelling, formatSuggestions } from "#pipeline/suggest/format-suggestions.ts";
import { rankFor } from "#pipeline/suggest/rank-for.ts";
import { findRetelling } from "#pipeline/suggest/retelling.ts";
import { recordShown } from "#pipeline/suggest/shown.ts";
import { suggester } from "#pipeline/suggest/suggest.ts";
import { suggestionsCsv } from "#pipeline/suggest/suggestion-rows.ts";
import { aCodedDocument } from "#tests/builders/coded-documents.ts";

const OLD = aCodedDocument("old", [
  ["The weavers raided the market of Aba in 2019.", "events evt-001"],
  ["The weavers raided the mill of Aba in 2020.", "events evt-002"],
  ["The weavers believe in hard work and thrift.", "profile prf-001"],
  ["The weavers believe in long walks before noon.", "profile prf-002"],
  ["Nothing is said here of anybody."],
]);
const NEW = aCodedDocument(
  "new",
  [
    ["The weavers raided the market of Aba in May 2019, and 30 people were killed."],
    ["The group, it says, believe in thrift."],
  ],
  "2025-01-01",
);
const NAMES = [
  { kind: "actor", id: "guild", name: "weavers" },
  { kind: "place", id: "aba", name: "Aba" },
] as const;
const suggest = suggester({ names: NAMES, documents: [OLD] });
const suggestions = suggest(NEW, () => true);
const [raid, belief] = suggestions.sentences;

describe("suggestions", () => {
  it("score tables as like sentences of other documents were coded", () => {
    expect(raid?.tables[0]?.table).toBe("events");
    expect(belief?.tables[0]?.table).toBe("profile");
    expect(rankFor("profile", suggestions.sentences).map(({ locator }) => locator)).toEqual(["p2s1", "p1s1"]);
  });

  it("name actors, places, dates, numbers and the nearest coded sentences with their records", () => {
    expect(raid).toMatchObject({
      actors: [{ id: "guild", words: "weavers", rule: "name" }],
      places: [{ id: "aba", words: "Aba" }],
      dates: [{ edtf: "2019-05", words: "in May 2019" }],
      quantities: [{ amount: "30", unit: "persons" }],
    });
    expect(raid?.neighbours[0]).toMatchObject({ sentence: { locator: "p1s1", rows: [{ recordId: "evt-001" }] } });
    expect(raid?.neighbours[0]?.likeness).toBe("says-this");
  });

  it("leave out sentences that have words in common with it, but no three in a row", () => {
    const [first] = suggest(aCodedDocument("other", [["A market is a weavers' mill."]]), () => true).sentences;
    expect(first?.neighbours).toEqual([]);
  });

  it("take words that stand for an actor for the one that the document names most", () => {
    expect(belief?.actors).toEqual([{ id: "guild", words: "The group", rule: "main-actor" }]);
  });

  it("are made of the wanted sentences alone", () => {
    expect(suggest(NEW, ({ locator }) => locator === "p2s1").sentences).toHaveLength(1);
  });

  it("have no tables and no neighbours if nothing was coded elsewhere", () => {
    const [first] = suggester({ names: NAMES, documents: [] })(NEW, () => true).sentences;
    expect(first).toMatchObject({ tables: [], neighbours: [], actors: [{ id: "guild" }] });
  });

  it("are written as a row for each proposal, without the sentences", () => {
    const csv = suggestionsCsv(suggestions);
    expect(csv.split("\n")[0]).toBe("source_id,locator,kind,value,score,words,records,reason");
    expect(csv).toContain("new,p1s1,date,2019-05,,in May 2019,,as printed\n");
    expect(csv).toContain("new,p1s1,place,aba,,Aba,,by name\n");
    expect(csv).not.toContain("people were killed");
  });

  it("are shown with the words of the sentence and a reason for each", () => {
    const text = raid === undefined ? "" : formatSuggestions(raid).replaceAll(/\s+/gu, " ");
    expect(text).toContain("p1s1 The weavers raided");
    expect(text).toContain('guild ("weavers", by name)');
    expect(text).toContain("old:p1s1 says this already");
    expect(text).toContain("evt-001");
  });
});

describe("a document that may retell another one", () => {
  const long = (words: string) => words.repeat(3);
  const told = aCodedDocument("told", [[long("the mill was sold and the well ran dry that year ")]], "2023-01-01");
  const other = aCodedDocument("other", [["nothing here is like that at all"]], "2023-01-01");

  it("is proposed with the share of runs of three words, beside the next one", () => {
    const telling = aCodedDocument("telling", [["the mill was sold and the well ran dry, they say"]], "2024-01-01");
    const retelling = findRetelling(telling, [other, told]);
    expect(retelling.proposed).toBe("told");
    expect(retelling.overlaps.map(({ sourceId }) => sourceId)).toEqual(["told", "other"]);
    expect(formatRetelling("telling", retelling)).toMatch(/^telling may retell told: \d+ %/u);
  });

  it("is not known if no text that may be older is at hand", () => {
    expect(formatRetelling("telling", { overlaps: [], proposed: null })).toMatch(/^Whether telling retells/u);
  });

  it("is not proposed for a document that is certainly younger, nor where two are as near", () => {
    const telling = aCodedDocument("telling", [["the mill was sold and the well ran dry"]], "2022-01-01");
    expect(findRetelling(telling, [told])).toEqual({ overlaps: [], proposed: null });
    const twin = { ...told, sourceId: "twin" };
    const later = { ...telling, publishedEarliest: "2024-01-01", publishedLatest: "2024-01-01" };
    expect(findRetelling(later, [told, twin]).proposed).toBeNull();
  });
});

describe("codes", () => {
  const find = codeFinder(["economic_warfare", "events"]);
  const codes = (text: string) => find(text).map(({ table, code, isByLabel }) => `${table} ${code} ${isByLabel}`);

  it("are found by all words of their label, in another number or tense", () => {
    expect(codes("They lived on artisanal mines.")).toContain("economic_warfare artisanal_mining true");
    expect(codes("The artisanal cheese was good.")).not.toContain("economic_warfare artisanal_mining true");
  });
});

it("finds no code in a French word that only looks like its label", () => {
  expect(codeFinder(["expansion"])("Ils sont venus entre juin et août.")).toEqual([]);
});

describe("the record of what was shown", () => {
  const first = { source_id: "new", before_coding: true, n_read: 0, n_sentences: 2 };

  it("gains a line for each new state of the coding, and none for the same", () => {
    const once = recordShown(null, first);
    expect(once).toBe("source_id,before_coding,n_read,n_sentences\nnew,TRUE,0,2\n");
    expect(recordShown(once, first)).toBe(once);
    expect(recordShown(once, { ...first, before_coding: false, n_read: 1 })).toBe(`${once}new,FALSE,1,2\n`);
  });
});
