import { describe, expect, it } from "vitest";
import { planIndex } from "#pipeline/documents/plan-index.ts";
import { anIndexOf } from "#tests/builders/document.ts";

const plan = (text: string, now: { isRecorded?: boolean; isCited?: boolean } = {}) =>
  planIndex(text, { index: anIndexOf("One. Two."), isRecorded: false, isCited: true, ...now });

describe("writing an index", () => {
  it("writes nothing where nothing changed", () => {
    expect(plan("One. Two.")).toEqual({ sentences: 2, content: null, isRefused: false });
  });

  it("refuses where rows would silently name other sentences", () => {
    expect(plan("Zero. One. Two.")).toMatchObject({ content: null, isRefused: true });
    expect(plan("One.")).toMatchObject({ isRefused: true });
  });

  it("writes where no row cites the source, where the text is the recorded one, or where locators keep", () => {
    expect(plan("Zero. One.", { isCited: false }).content).toMatch(
      /^locator,line,start,end,words,sha256\np1s1,1,0,5,1,/u,
    );
    expect(plan("Zero. One.", { isRecorded: true }).content).not.toBeNull();
    expect(plan("One.  Two. Three.").content).not.toBeNull();
  });

  it("writes a first index", () => {
    expect(planIndex("One.", { index: undefined, isRecorded: false, isCited: true }).content).not.toBeNull();
  });
});
