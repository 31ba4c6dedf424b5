import { describe, expect, it } from "vitest";
import { nameFinder } from "#pipeline/core/name-finder.ts";

const find = nameFinder({
  names: ["Fulani", "Amadou Kopa", "Île Haute", "Arab"],
  patterns: ["trib(?:e|al)"],
  others: ["Arab League"],
});

describe("nameFinder", () => {
  it.each([
    ["a name", "said of Fulani herders"],
    ["a name in the plural", "the Fulanis"],
    ["capitals and accents", "ILE HAUTE"],
    ["a name over several words, with anything between them", "amadou-kopa"],
    ["a pattern, and its plural", "two tribes"],
    ["a name that is also a part of another one, if it stands alone too", "the Arab League, and an Arab"],
  ])("finds %s", (_, text) => {
    expect(find(text)).toBe(true);
  });

  it.each([
    ["a part of a word", "Fulanistan, subtribe"],
    ["a part of a name", "Amadou alone"],
    ["a part of a longer name of something else", "the Arab League"],
    ["nothing in nothing", ""],
  ])("does not find %s", (_, text) => {
    expect(find(text)).toBe(false);
  });

  it("finds the plural of a name with which another one begins", () => {
    expect(nameFinder({ names: ["Arab", "Arabs of the river"] })("the Arabs fled")).toBe(true);
  });

  it("finds nothing if it looks for nothing", () => {
    expect(nameFinder({ names: [] })("anything")).toBe(false);
  });
});
