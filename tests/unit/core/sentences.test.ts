import { describe, expect, it } from "vitest";
import { cutSentences, normaliseText, proposedStarts } from "#pipeline/core/sentences.ts";

/** A segmenter that counts its work: for every sentence that it gives, the length of the text that it was shown. */
class CountingSegmenter extends Intl.Segmenter {
  work = 0;

  override segment(text: string) {
    const segments = super.segment(text);
    this.work += text.length * [...segments].length;
    return segments;
  }
}

function workOn(line: string): number {
  const segmenter = new CountingSegmenter("en", { granularity: "sentence" });
  for (const _ of proposedStarts(line, segmenter));
  return segmenter.work;
}

const cut = (text: string) => cutSentences(normaliseText(text)).map((sentence) => sentence.text);

describe("cutting sentences", () => {
  it.each([
    ["English titles", "We met Gen. Diarra there. He left.", ["We met Gen. Diarra there.", "He left."]],
    ["a doctor", "Dr. Keita spoke. Mr. Ba did not.", ["Dr. Keita spoke.", "Mr. Ba did not."]],
    [
      "French titles",
      "Selon M. Touré, le gén. Koné part. Il reviendra.",
      ["Selon M. Touré, le gén. Koné part.", "Il reviendra."],
    ],
    ["French ladies", "Mme. Sow et Mlle. Ly sont là. Bien.", ["Mme. Sow et Mlle. Ly sont là.", "Bien."]],
    ["initials", "The book of J. R. Moore is old. So is he.", ["The book of J. R. Moore is old.", "So is he."]],
    ["states", "The U.S. Army came. It went.", ["The U.S. Army came.", "It went."]],
    [
      "months before a day",
      "It was on Sept. 12. On Oct. 3 it rained.",
      ["It was on Sept. 12.", "On Oct. 3 it rained."],
    ],
    [
      "French months",
      "Le 12 janv. 2019 il pleut. Le 3 févr. 2020 non.",
      ["Le 12 janv. 2019 il pleut.", "Le 3 févr. 2020 non."],
    ],
    ["numbers of pages", "See p. 12 and no. 4 of it. Then stop.", ["See p. 12 and no. 4 of it.", "Then stop."]],
    ["no as an answer", "They said no. Nobody came.", ["They said no.", "Nobody came."]],
    ["numbered notes", "1. Moore, Old Books, 2010. He repeats it.", ["1. Moore, Old Books, 2010.", "He repeats it."]],
    ["guillemets", "Il dit : « Je pars. » Puis il part.", ["Il dit : « Je pars. »", "Puis il part."]],
    ["guillemets around several", "« Un. Deux. » Trois.", ["« Un.", "Deux. »", "Trois."]],
    [
      "addresses with a question mark",
      "See https://example.org/a?s=20 for more. Then stop.",
      ["See https://example.org/a?s=20 for more.", "Then stop."],
    ],
    [
      "addresses that end in one",
      "Go to https://example.org/?Ab=1&c=2 now.",
      ["Go to https://example.org/?Ab=1&c=2 now."],
    ],
    ["note marks", "They left.¹ They came back.² Then", ["They left.¹", "They came back.²", "Then"]],
    ["notes in brackets", "They left [1]. They came [2].", ["They left [1].", "They came [2]."]],
    ["decimals", "It grew by 2.5 million. It shrank.", ["It grew by 2.5 million.", "It shrank."]],
    ["questions and shouts", "Why? Because! So.", ["Why?", "Because!", "So."]],
  ])("handles %s", (_, text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it("counts paragraphs by lines that are not blank, and lines by all", () => {
    const [first, second] = cutSentences("\n\nOne.\n \nTwo.\n");
    expect(first).toMatchObject({ locator: "p1s1", line: 3, start: 2, end: 6 });
    expect(second).toMatchObject({ locator: "p2s1", line: 5, start: 9, end: 13 });
  });

  it("finds no sentence in an empty text or a blank one", () => {
    expect(cut("")).toEqual([]);
    expect(cut(" \n\t\n")).toEqual([]);
  });

  it("cuts a long line as it cuts a short one", () => {
    const sentence = "Here is a sentence of some length, no. 4 of them. ";
    const found = cut(sentence.repeat(2000));
    expect(found).toHaveLength(2000);
    expect(new Set(found)).toEqual(new Set([sentence.trim()]));
  });

  it.each([
    ["of short sentences", "A short one. "],
    ["without a sentence's end", "word "],
    ["without a letter", "! $ "],
    ["of abbreviations", "M. "],
    ["of paragraph separators", "7\u2029 "],
  ])("shows the segmenter a long line %s in parts: twice the line is twice the work", (_, unit) => {
    const line = unit.repeat(20_000 / unit.length);
    expect(workOn(line + line) / workOn(line)).toBeLessThan(2.5);
  });
});
