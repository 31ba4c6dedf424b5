import { expect, it } from "vitest";
import { isCommon, placedWords, stemOf, wordsOf } from "#pipeline/suggest/words.ts";

it("takes a text apart into plain words, with the places of the printed ones", () => {
  expect(wordsOf("L'été à Sévaré, 2019")).toEqual(["l", "ete", "a", "sevare", "2019"]);
  const text = "à Sévaré";
  const [, word] = placedWords(text);
  expect(text.slice(word?.start, word?.end)).toBe("Sévaré");
});

it.each([
  ["taxing", "taxes"],
  ["attacks", "attacked"],
  ["countries", "country"],
])("gives %s and %s one stem", (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

it("knows common words of both languages", () => {
  expect(["the", "dans", "market"].map(isCommon)).toEqual([true, true, false]);
});
