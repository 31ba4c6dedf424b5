import { describe, expect, it } from "vitest";
import { mainActor, standIn } from "#pipeline/suggest/main-actor.ts";
import { type CodedName, mentionFinder } from "#pipeline/suggest/mentions.ts";
import { sentenceDates } from "#pipeline/suggest/sentence-dates.ts";

const name = (kind: CodedName["kind"], id: string, called: string): CodedName => ({ kind, id, name: called });
const NAMES = [
  name("actor", "guild", "Guild of Weavers"),
  name("actor", "guild", "weavers"),
  name("actor", "inn", "IN"),
  name("actor", "government-of-loria", "Loria"),
  name("actor", "june-club", "Club of June 14, 2014"),
  name("place", "loria", "Loria"),
  name("place", "northern-loria", "northern Loria"),
  name("place", "central-loria", "central Loria"),
  name("place", "sevare", "Sévaré"),
];
const find = mentionFinder(NAMES);
const ids = (text: string) => find(text).map(({ kind, id }) => `${kind} ${id}`);

describe("mentions", () => {
  it("are of the longest name, in the plural as well, without regard to accents", () => {
    expect(ids("The Guild of Weavers met in northern Loria.")).toEqual(["actor guild", "place northern-loria"]);
    expect(ids("Two Guilds, of weavers, met in Sevare")).toEqual(["actor guild", "place sevare"]);
  });

  it("take a name that is a place's and an actor's for the place", () => {
    expect(ids("Loria objects.")).toEqual(["place loria"]);
  });

  it("need the capitals of the name", () => {
    expect(ids("It is in the town, in loria")).toEqual([]);
    expect(ids("IN was there")).toEqual(["actor inn"]);
  });

  it.each([
    ["Is there a market? Us weavers ask.", []],
    ["the IS and two ISs", ["actor the-is", "actor the-is"]],
    ["THE FAIR IS OPEN", []],
    ["The IS fair", ["actor the-is"]],
    ["A fama of clay, a Fama", []],
    ["FAMa and FAMA", ["actor forces", "actor forces"]],
    ["Est-il là ?", []],
    ["La région de l'Est", ["place east"]],
  ])("are not common words that only look like the name: %s", (text, expected) => {
    const named = mentionFinder([
      name("actor", "the-is", "IS"),
      name("actor", "the-us", "US"),
      name("actor", "forces", "FAMa"),
      name("place", "east", "Est"),
    ]);
    expect(named(text).map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected);
  });

  it("are of each place that shares the last word of a name", () => {
    expect(ids("in northern and central Loria")).toEqual(["place northern-loria", "place central-loria"]);
    expect(ids("in old and central Loria")).toEqual(["place central-loria"]);
  });

  it("are never of somebody without a name in the tables", () => {
    expect(ids("Aba Toren spoke to Mr Toren.")).toEqual([]);
  });
});

it("finds the actor that most sentences name, and none if two are named as often", () => {
  expect(mainActor([find("The weavers"), find("weavers and weavers"), find("IN")])).toBe("guild");
  expect(mainActor([find("IN"), find("weavers")])).toBeNull();
  expect(mainActor([])).toBeNull();
});

it.each([
  ["Last year, the group grew.", "the group"],
  ["The new coalition grew.", "The new coalition"],
  ["Le groupe a grandi.", "Le groupe"],
  ["It is a coalition of four.", "It"],
  ["It opened a mill, the road being closed.", "It"],
  ["It is known that its mill burned.", "its"],
])("knows words that stand for an actor: %s", (text, words) => {
  expect(standIn(text)).toBe(words);
});

it.each([
  "Nobody wanted items.",
  "It is well known that roads matter.",
  "It may seem strange that nobody came.",
  "In winter it is not easy to weave.",
  "It took three weeks to open the road.",
  "The movement of cattle stopped.",
  "Le mouvement des troupeaux a cessé.",
  "l’organisation d’une foire",
  "The other group left.",
])("takes no words for an actor that stand for nobody, or for another one: %s", (text) => {
  expect(standIn(text)).toBeNull();
});

describe("the dates of a sentence", () => {
  const dates = (text: string) => sentenceDates(text, find(text)).map(({ edtf, isOfWork }) => [edtf, isOfWork]);

  it("are not those in names", () => {
    expect(dates("The Club of June 14, 2014 met in 2019.")).toEqual([["2019", false]]);
  });

  it("are told from those of works that are cited", () => {
    expect(dates("It grew in 2019 (The Paper, 3 May 2020).")).toEqual([
      ["2019", false],
      ["2020-05-03", true],
    ]);
    expect(dates("“A title”, The Paper, 3 May 2020, https://example.org")).toEqual([["2020-05-03", true]]);
    expect(dates("January 2024")).toEqual([["2024-01", true]]);
  });
});
