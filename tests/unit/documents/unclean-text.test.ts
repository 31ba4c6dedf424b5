import { describe, expect, it } from "vitest";
import { findUnclean } from "#pipeline/documents/unclean-text.ts";

/** Each fault that is found, with its lines. */
const find = (text: string) =>
  findUnclean("source-a.txt", text).map((issue) =>
    "fault" in issue ? [issue.fault, "lines" in issue ? issue.lines : []] : [],
  );

const WRAPPED = [
  "The old gate in the valley was opened by",
  "somebody whom nobody knew, and the people",
  "of the valley went through it in the early",
  "morning, with their animals and all of the",
  "things that they could carry on their own",
  "shoulders.",
].join("\n");

describe("a text that is not clean", () => {
  it.each([
    ["hard-wrapped", WRAPPED, [["hard-wrapped", [1, 2, 3, 4, 5]]]],
    ["broken at a page", "One.\nIt went on for a very\n\nlong time.\nTwo.", [["broken-sentence", [2]]]],
    ["full of soft hyphens", "One.\nA val\u00ADley.", [["soft-hyphens", [2]]]],
    ["marked up", 'One.\n<p class="x">Two.</p>\nA<br/>B.', [["html-tags", [2, 3]]]],
    ["full of entities", "S&eacute;gou.\nOne.\nA&nbsp;town.", [["html-entities", [1, 3]]]],
    ["misread", "One.\nSÃ©gou.", [["misread-letters", [2]]]],
    ["numbered by page", "Text.\n1\nMore.\n- 2 -\nYet more.\nPage 3\n", [["page-numbers", [2, 4, 6]]]],
  ])("%s is found with its lines", (_, text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ["a text of whole paragraphs", "Title\n\nThe gate was old. Nobody knew.\nSo it was."],
    ["a list with small letters", "They took:\na gate;\na cart; and\n- a goat"],
    ["what is smaller or larger", "If a < b and c > d, then 3 <5> 2. AT&T; and R&D."],
    ["years and amounts on lines of their own", "2019\nText.\n300\nText.\n2020\n7\n8\n9"],
  ])("is not %s", (_, text) => {
    expect(find(text)).toEqual([]);
  });

  /** Where the work grows with the square of the length, this is not finished. */
  it("is found in a text of any length", () => {
    expect(find("no end ".repeat(300_000))).toEqual([]);
    expect(find("é».<a ".repeat(50_000))).toEqual([]);
    expect(find(`${"small\n".repeat(300_000)}`)).toMatchObject([["hard-wrapped", { length: 299_999 }]]);
  });
});
