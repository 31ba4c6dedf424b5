import { describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { type IntakePages, readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { withPages } from "#pipeline/documents/sentence-pages.ts";
import { anIndexOf } from "#tests/builders/document.ts";

const TEXT = "A heading\nOne. Two. Three.\nFour. Five.\n";

/** The text as it was taken in: page 8 begins with the third sentence of its second line. */
const INTAKE: IntakePages = {
  pages: null,
  blocks: TEXT.trim()
    .split("\n")
    .map((line, at) => ({
      sha256: sha256Hex(line),
      page: at === 2 ? 8 : 7,
      turns: at === 1 ? [{ page: 8, start: line.indexOf("Three") }] : [],
    })),
};

const PAGES = [7, 7, 7, 8, 8, 8];

const rowsOf = (text: string) => buildIndex(text, sha256Hex(text));
const pagesOf = (text: string, known: Partial<Parameters<typeof withPages>[2]>) =>
  withPages(rowsOf(text), text, { intake: null, index: undefined, ...known }).map(({ page }) => page);

/** The index of a text with the pages given. */
const anIndexOn = (pages: readonly (number | null)[], text = TEXT) => {
  const { sourceId, path, entries } = anIndexOf(text);
  return sentenceIndex(
    sourceId,
    path,
    entries.map((row, at) => ({ ...row, page: pages[at] ?? null })),
  );
};

describe("the page of a sentence", () => {
  it("is the one on which it begins", () => {
    expect(pagesOf(TEXT, { intake: INTAKE })).toEqual(PAGES);
  });

  it("is that of the record where lines are moved apart, and not known for what is new", () => {
    const text = TEXT.replace("A heading", "A new line\n\nA heading");
    expect(pagesOf(text, { intake: INTAKE })).toEqual([null, ...PAGES]);
  });

  it("is known for a line that was edited in its place, unless a page begins in it", () => {
    expect(pagesOf(TEXT.replace("Five", "Fifth"), { intake: INTAKE })).toEqual(PAGES);
    expect(pagesOf(TEXT.replace("heading", "title"), { intake: INTAKE })).toEqual(PAGES);
    expect(pagesOf(TEXT.replace("One", "First"), { intake: INTAKE })).toEqual([7, null, null, null, 8, 8]);
  });

  it("is not known where a line was joined, split or put elsewhere", () => {
    expect(pagesOf("A heading\nOne. Two. Three. Four. Five.\n", { intake: INTAKE })).toEqual([
      7,
      ...[null, null, null, null, null],
    ]);
    expect(pagesOf("A heading\nOne.\nTwo. Three.\nFour. Five.\n", { intake: INTAKE })).toEqual([
      7,
      ...[null, null, null],
      ...[8, 8],
    ]);
  });

  it("is not known where nothing tells which of two equal lines is left", () => {
    const line = { sha256: sha256Hex("Summary."), turns: [] };
    const intake = { pages: null, blocks: [7, 9].map((page) => ({ ...line, page })) };
    expect(pagesOf("Summary.\n", { intake })).toEqual([null]);
    expect(pagesOf("Summary.\nSummary.\n", { intake })).toEqual([7, 9]);
  });

  it("is that of the index before where there is no record, for sentences that are unchanged", () => {
    const index = anIndexOn(PAGES);
    expect(pagesOf(TEXT, { index })).toEqual(PAGES);
    expect(pagesOf(TEXT.replace("Two.", "Second. Two and a half."), { index })).toEqual([7, 7, null, null, 8, 8, 8]);
  });

  it("is not that of the index before if there is a record, which may be of another original", () => {
    const index = anIndexOn([1, 1, 1, 1, 2, 2]);
    expect(pagesOf(TEXT.replace("One", "First"), { index, intake: INTAKE })).toEqual([7, null, null, null, 8, 8]);
  });

  it("stays with the same text, whatever record there is", () => {
    const index = anIndexOn(PAGES);
    expect(pagesOf(TEXT, { index, intake: { pages: null, blocks: [] } })).toEqual(PAGES);
    expect(pagesOf(TEXT, { index: anIndexOn([]), intake: null })).toEqual([null, null, null, null, null, null]);
  });
});

describe("a record of an intake", () => {
  it("has no pages if it is damaged, or of a version that did not record them", () => {
    expect(readIntakePages(JSON.stringify(INTAKE))).toEqual(INTAKE);
    expect(readIntakePages("{")).toBeNull();
    expect(readIntakePages(JSON.stringify({ blocks: [{ line: 1, page: 7 }] }))).toBeNull();
    expect(readIntakePages(null)).toBeNull();
  });
});
