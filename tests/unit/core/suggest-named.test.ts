import { describe, expect, it } from "vitest";
import { plainWords } from "#pipeline/core/plain-words.ts";
import { suggestNamed } from "#pipeline/core/suggest-named.ts";

describe("plain words", () => {
  it.each([
    ["Jama'at Nuṣrat al-Islām", "jamaat nusrat al islam"],
    ["Côte d’Ivoire", "cote divoire"],
    ["fuel_blockade", "fuel blockade"],
    [" — ", ""],
  ])("of %j are %j", (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });
});

describe("a suggestion", () => {
  const suggest = suggestNamed(() => [
    { id: "group-a", names: ["Group of the North", "GN", "Coalition"] },
    { id: "army", names: ["Armed Forces of Mali", "FAMa"] },
    { id: "army-staff", names: ["General Staff"] },
    { id: "northern-front", names: [] },
    { id: "northern-league", names: [] },
    { id: "taxation", names: ["Taxation"] },
  ]);

  it.each([
    ["GROUP-A", "group-a"],
    ["gn", "group-a"],
    ["FAMA", "army"],
    ["group of the nörth", "group-a"],
    ["tax", "taxation"],
    ["coal", "group-a"],
    ["armed forces", "army"],
    ["colaition", "group-a"],
    ["grop-a", "group-a"],
  ])("takes %s for %s", (typed, meant) => {
    expect(suggest(typed)).toBe(meant);
  });

  it("prefers the id or name itself to a longer one that begins with it", () => {
    expect(suggest("Army")).toBe("army");
  });

  it("prefers an id to the same name of something else", () => {
    const both = suggestNamed(() => [
      { id: "first", names: ["second"] },
      { id: "second", names: [] },
    ]);
    expect(both("Second")).toBe("second");
  });

  it("is none if names of several things begin with the text, or it is very short, or nothing is near", () => {
    expect(["northern", "ta", "zzzzzzzz", "", "–"].map(suggest)).toEqual([null, null, null, null, null]);
  });
});
