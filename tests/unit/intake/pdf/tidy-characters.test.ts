import { expect, test } from "vitest";
import { tidyCharacters } from "#pipeline/intake/pdf/tidy-characters.ts";

test.each([
  ["the oﬃce ﬂoor", "the office floor"],
  ["e\u0301t\u00e9", "\u00e9t\u00e9"],
  ["caf´e", "caf\u00e9"],
  ["\uF0B7 salt", "• salt"],
  ["a\u0000b\u200Bc\u00A0d", "abc d"],
])("%j becomes %j", (text, tidy) => {
  expect(tidyCharacters(text)).toBe(tidy);
});
