import { describe, expect, it } from "vitest";
import { CUT_MARK, cutText, LONGEST_TEXT } from "#pipeline/core/xlsx/cell-limit.ts";

describe("a text that is too long for a cell", () => {
  it("fills the cell, and ends with a mark", () => {
    const cut = cutText("x".repeat(40_000));
    expect(cut).toHaveLength(LONGEST_TEXT);
    expect(cut).toMatch(/^x+ \[… cut: see Read me\]$/u);
  });

  it("keeps no half of a character", () => {
    const kept = LONGEST_TEXT - CUT_MARK.length;
    expect(cutText(`${"x".repeat(kept - 1)}😀${"x".repeat(100)}`)).toBe(`${"x".repeat(kept - 1)}${CUT_MARK}`);
    expect(cutText(`${"x".repeat(kept - 2)}😀${"x".repeat(100)}`)).toBe(`${"x".repeat(kept - 2)}😀${CUT_MARK}`);
  });
});
