import { describe, expect, it } from "vitest";
import { formatLines, lineRanges } from "#pipeline/core/line-ranges.ts";

describe("lines in words", () => {
  it.each([
    [[5], "line 5"],
    [[5, 5], "line 5"],
    [[5, 6], "lines 5-6"],
    [[9, 2, 3, 12, 4], "lines 2-4, 9 and 12"],
    [[1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 30], "lines 1, 3, 5, 7, 9, 11, 13, 15 and 3 more"],
  ])("%j are %s", (lines, words) => {
    expect(formatLines(lines)).toBe(words);
  });

  it("are given as ranges", () => {
    expect(lineRanges([7, 1, 2])).toEqual([
      { first: 1, last: 2 },
      { first: 7, last: 7 },
    ]);
  });
});
