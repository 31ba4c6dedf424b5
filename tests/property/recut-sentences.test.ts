import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf, expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { pairSentences } from "#pipeline/documents/pair-sentences.ts";
import { findRecut } from "#pipeline/documents/recut-sentences.ts";
import { aCitingFile, anIndexCutOtherwise, anIndexOf, verifyAgainst } from "#tests/builders/document.ts";

const sentence = fc.constantFrom(
  "One left. ",
  "Two came! ",
  "« Oui ? » ",
  "Then rain fell. ",
  "They left.",
  "Six. \n",
  "A b. ",
);
const text = fc.array(sentence, { minLength: 1, maxLength: 14 }).map((all) => `${all.join("")}The end.\n`);
const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 14 });

/** The words that evidence cites, without white space. */
const cited = (evidence: string, index: SentenceIndex, of: string) =>
  expandEvidence(evidence, index)
    .entries.map(({ start, end }) => of.slice(start, end))
    .join("")
    .replace(/\s/gu, "");

describe("a text cut otherwise", () => {
  it("keeps the words of every cell, and loses none", () => {
    fc.assert(
      fc.property(text, sizes, (written, groups) => {
        const before = anIndexCutOtherwise(written, groups);
        const cells = before.entries.map((_, at) => evidenceOf([at], before));
        const found = verifyAgainst(before, written, [aCitingFile(...cells)]);
        expect(found.gone).toEqual([]);
        const after = new Map(found.relocation.rewrites.map((rewrite) => [rewrite.citation.evidence, rewrite.after]));
        for (const cell of cells) {
          expect(cited(after.get(cell) ?? cell, found.now, written)).toBe(cited(cell, before, written));
        }
      }),
    );
  });

  it("gives sentences that were joined a place whose words are theirs", () => {
    fc.assert(
      fc.property(text, sizes, (written, groups) => {
        const before = anIndexOf(written);
        const now = anIndexCutOtherwise(written, groups);
        const hashes = ({ entries }: SentenceIndex) => entries.map(({ sha256 }) => sha256);
        const pairs = pairSentences(hashes(before), hashes(now));
        for (const recut of findRecut({ before, now, text: written }, pairs)) {
          const words = (index: SentenceIndex, positions: readonly number[]) =>
            cited(evidenceOf(positions, index), index, written);
          expect(words(now, recut.now)).toBe(words(before, recut.before));
        }
      }),
    );
  });
});
