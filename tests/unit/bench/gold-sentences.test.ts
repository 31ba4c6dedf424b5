import { describe, expect, it } from "vitest";
import { cutSentences } from "#pipeline/core/sentences.ts";
import { compareCuts, goldLines, handSetLines } from "../../../bench/gold-sentences.ts";

const kinds = (...gold: readonly string[]) =>
  compareCuts(gold, cutSentences(gold.join(" "))).map(({ kind, after }) => [kind, after]);

describe("comparing cuts with a treebank", () => {
  it("reads the sentences of a file, with a new line for each paragraph and document", () => {
    const file = "# newdoc id = a\n# text = One.\n1\tOne\n\n# text = Two. \n\n# newpar\n# text = Three.\n";
    expect(goldLines(file)).toEqual([["One.", "Two."], ["Three."]]);
  });

  it("reads a text cut by hand, with a sentence a line and an empty line between paragraphs", () => {
    expect(handSetLines("One. \nTwo.\n\n \nThree.\n")).toEqual([["One.", "Two."], ["Three."]]);
    expect(handSetLines("\r\nOne.\r\n\r\nTwo.")).toEqual([["One."], ["Two."]]);
    expect(handSetLines("\n")).toEqual([]);
  });

  it("finds nothing where both cut alike", () => {
    expect(kinds("One left.", "Two came.", "Three.")).toEqual([]);
  });

  it("tells what is superfluous, what is missing, and what nothing in the text shows", () => {
    expect(kinds("One left. Two came.")).toEqual([["superfluous", "Two came."]]);
    expect(kinds("He met M.", "Diallo came.")).toEqual([["missing", "Diallo came."]]);
    expect(kinds("A heading", "Two came.")).toEqual([["no mark", "Two came."]]);
    expect(kinds("Figure 1.3", "The mines.")).toEqual([["no mark", "The mines."]]);
    expect(kinds("One left.", "and so on.")).toEqual([["lower case", "and so on."]]);
  });
});
