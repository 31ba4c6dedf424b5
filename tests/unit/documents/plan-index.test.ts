import { describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { planIndex } from "#pipeline/documents/plan-index.ts";
import { anIndexOf } from "#tests/builders/document.ts";

const BEFORE = "One. Two.";
const RECORDED = sha256Hex(BEFORE);

const plan = (text: string, known: Partial<Parameters<typeof planIndex>[1]> = {}) =>
  planIndex(
    { text: normaliseText(text), sha256: sha256Hex(text) },
    { index: anIndexOf(BEFORE), intake: null, recorded: RECORDED, isCited: true, ...known },
  );

describe("writing an index", () => {
  it("writes nothing where nothing changed", () => {
    expect(plan(BEFORE)).toEqual({ sentences: 2, content: null, refusal: null });
  });

  it("writes nothing where the file differs from the recorded one in line ends only", () => {
    expect(plan("One. Two.\r\n")).toEqual({ sentences: 2, content: null, refusal: null });
  });

  it("adds the pages of the original to an index that lacks them, and then writes nothing", () => {
    const intake = { pages: null, blocks: [{ sha256: sha256Hex(BEFORE), page: 7, turns: [{ page: 8, start: 5 }] }] };
    const { content, refusal } = plan(BEFORE, { intake });
    expect({ lines: content?.split("\n").map((line) => line.split(",").at(-1)), refusal }).toEqual({
      lines: ["page", "7", "8", ""],
      refusal: null,
    });
    const { entries, path } = anIndexOf(BEFORE);
    const index = sentenceIndex(
      "source-a",
      path,
      entries.map((row, at) => ({ ...row, page: 7 + at })),
    );
    expect(plan(BEFORE, { intake, index }).content).toBeNull();
    expect(plan(BEFORE, { index }).content).toBeNull();
    expect(plan("One. Two.\r\n", { index }).content).toBeNull();
  });

  it("refuses where rows would silently name other sentences", () => {
    expect(plan("Zero. One. Two.")).toMatchObject({ content: null, refusal: "moves-locators" });
    expect(plan("One.")).toMatchObject({ refusal: "moves-locators" });
  });

  it("refuses so also where somebody corrected the hash in sources.csv by hand", () => {
    const now = "Zero. One. Two.";
    expect(plan(now, { recorded: sha256Hex(now) })).toMatchObject({ content: null, refusal: "another-text" });
    expect(plan(BEFORE, { recorded: sha256Hex(now) })).toMatchObject({ content: null, refusal: "another-text" });
  });

  it("writes where no row cites the source, and where locators keep, with the hash of the text in every row", () => {
    expect(plan("Zero. One.", { isCited: false }).content).toMatch(
      /^locator,line,start,end,words,sha256,text_sha256\np1s1,1,0,5,1,/u,
    );
    expect(plan("Zero. One.", { isCited: false, recorded: "f".repeat(64) }).content).not.toBeNull();
    const lines = plan("One.  Two. Three.").content?.trimEnd().split("\n").slice(1) ?? [];
    expect(lines.map((line) => line.slice(-64))).toEqual(Array(3).fill(sha256Hex("One.  Two. Three.")));
  });

  it("mends an index that was edited by hand, from its own text", () => {
    const index = anIndexOf(BEFORE);
    const [first, second] = index.entries;
    if (first === undefined || second === undefined) throw new Error("The index of a test has no sentences.");
    const edited = { ...index, entries: [first, { ...second, sha256: "0".repeat(64) }] };
    expect(plan(BEFORE, { index: edited }).content).toContain(second.sha256);
  });

  it("renews a wrong hash in an index that has the sentences of the recorded text", () => {
    const { sourceId, path, entries } = anIndexOf(BEFORE);
    const index = sentenceIndex(
      sourceId,
      path,
      entries.map((entry) => ({ ...entry, text_sha256: "0".repeat(64) })),
    );
    expect(plan(BEFORE, { index })).toMatchObject({ refusal: null, content: expect.stringContaining(RECORDED) });
  });

  it("writes a first index of a source that no row cites, or whose text is the recorded one", () => {
    const first = { index: undefined, recorded: null };
    expect(plan("One.", { ...first, isCited: false }).content).not.toBeNull();
    expect(plan("One.", { ...first, recorded: sha256Hex("One.") }).content).not.toBeNull();
    expect(plan("One.", first)).toMatchObject({ content: null, refusal: "not-recorded" });
  });
});
