import { expect, test } from "vitest";
import { composeAccents, incompleteWords, tidyCharacters } from "#pipeline/intake/pdf/tidy-characters.ts";

test.each([
  ["the oﬃce ﬂoor", "the office floor"],
  ["e\u0301t\u00e9", "\u00e9t\u00e9"],
  ["\uF0B7 salt", "• salt"],
  ["a\u000Bb\u000Cc", "abc"],
  ["a\u0000b\u200Bc\u00A0d", "abc d"],
])("%j becomes %j", (text, tidy) => {
  expect(tidyCharacters(text)).toBe(tidy);
});

test.each([
  ["caf´e", "caf\u00e9"],
  ["na¨ıve", "na\u00efve"],
  ["Franc¸ois", "Fran\u00e7ois"],
  ["Gr´egory Mouni´e", "Gr\u00e9gory Mouni\u00e9"],
  ["the ´Ecole", "the \u00c9cole"],
])("accents of old fonts: %s becomes %s", (text, composed) => {
  expect(composeAccents(text)).toBe(composed);
});

test("words with letters that their font has no names for are found, with a mark for each letter", () => {
  expect(incompleteWords("a di\u001Berent o\u001Ece, the \u001Crst")).toEqual(["di□erent", "o□ce", "□rst"]);
  expect(incompleteWords("\u0088 4: salt \u001B and\tropes, \uF0B7 caf\u00E9")).toEqual([]);
});
