import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodedName } from "#pipeline/suggest/mentions.ts";
import { suggester } from "#pipeline/suggest/suggest.ts";
import { suggestionsCsv } from "#pipeline/suggest/suggestion-rows.ts";
import { aCodedDocument, type InventedSentence } from "#tests/builders/coded-documents.ts";

const aWord = fc.constantFrom("weavers", "Aba", "market", "well", "raided", "sold", "in", "2019", "the", "Loria", "30");
const aText = fc.array(aWord, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const aRow = fc.constantFrom(
  "events evt-1",
  "profile prf-1",
  "expansion exp-1",
  "relations rel-1",
) satisfies fc.Arbitrary<InventedSentence[1]>;
const aSentence = fc
  .tuple(aText, fc.array(aRow, { maxLength: 2 }))
  .map(([text, rows]): InventedSentence => [text, ...rows]);
const documents = fc
  .array(fc.array(aSentence, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 })
  .map((all) => all.map((sentences, at) => aCodedDocument(`doc-${at}`, sentences)));

const NAMES: readonly CodedName[] = [
  { kind: "actor", id: "guild", name: "weavers" },
  { kind: "actor", id: "loria", name: "Loria" },
  { kind: "place", id: "loria-town", name: "Loria" },
  { kind: "place", id: "aba", name: "Aba" },
];

describe("suggestions", () => {
  it("are the same bytes in whatever order the documents, names and rows come", () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), ([first, ...others], numbers) => {
        if (first === undefined) return;
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const csv = (names: readonly CodedName[], known: typeof others) =>
          suggestionsCsv(suggester({ names, documents: known })(first, () => true));
        const inAnyOrder = shuffled(others).map((document) => ({
          ...document,
          sentences: document.sentences.map((sentence) => ({ ...sentence, rows: shuffled(sentence.rows) })),
        }));
        expect(csv(shuffled(NAMES), inAnyOrder)).toBe(csv(NAMES, others));
      }),
      { numRuns: 200 },
    );
  });
});
