import { describe, expect, it } from "vitest";
import { lines, listings } from "#pipeline/site/parts/listing.ts";

const list = (letters: string, anchor: string) =>
  listings(
    [lines([...letters], (shown, isStart) => `${isStart ? "" : "…"}${shown.join("")}`)],
    ([text]) => text,
    anchor,
  );
const both = listings([list("abc", "first"), list("", "none"), list("defgh", "last")], (shown) => shown.join("|"));

describe("a listing", () => {
  it("has a line for each row, and one for a list without rows", () => {
    expect(both.nLines).toBe(9);
  });

  it("shows what stands on some of its lines, and says what goes on from before them", () => {
    expect(both.slice(0, 9)).toBe("abc||defgh");
    expect([both.slice(0, 2), both.slice(2, 6), both.slice(6, 9)]).toEqual(["ab", "…c||de", "…fgh"]);
  });

  it("leaves no row out and shows none twice, whatever the size of its pages", () => {
    for (let size = 1; size <= 10; size++) {
      const pages = Array.from({ length: Math.ceil(9 / size) }, (_, at) => both.slice(at * size, (at + 1) * size));
      expect(pages.join("").replaceAll(/[|…]/gu, "")).toBe("abcdefgh");
    }
  });

  it("knows on which line each of its ids stands", () => {
    expect([...both.anchors]).toEqual([
      ["first", 0],
      ["none", 3],
      ["last", 4],
    ]);
    const rows = lines(
      ["x", "y"],
      () => "",
      (row) => row,
    );
    expect([...listings([lines(["w"], () => ""), rows], () => "").anchors]).toEqual([
      ["x", 1],
      ["y", 2],
    ]);
  });
});
