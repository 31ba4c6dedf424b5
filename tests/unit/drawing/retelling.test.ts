import { describe, expect, it } from "vitest";
import { lightPalette } from "#pipeline/drawing/palette.ts";
import { drawRetelling, type ToldSource } from "#pipeline/drawing/retelling.ts";

const source = (id: string, ...retells: readonly string[]): ToldSource => ({
  ...{ id, name: id, when: "2020", retells, href: null },
});

const draw = (...sources: readonly ToldSource[]) => {
  const { markup, width, height } = drawRetelling({ sources, palette: lightPalette, label: "retells", y: 10 });
  const boxes = [...markup.text.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/gu)].map((match) =>
    match.slice(1).map(Number),
  );
  return { boxes, width, height, arrows: markup.text.split("<path").length - 1 };
};

const isApart = ([x = 0, y = 0, width = 0, height = 0]: number[], [left = 0, top = 0]: number[]) =>
  Math.abs(x - left) >= width || Math.abs(y - top) >= height;

describe("drawRetelling", () => {
  it.each([
    ["nothing", []],
    ["documents that stand alone", [source("a"), source("b")]],
    ["several that retell one", [source("a"), source("b", "a"), source("c", "a"), source("d", "a"), source("e")]],
    ["one that retells a retelling, and is listed first", [source("c", "b"), source("b", "a"), source("a")]],
    ["one that retells two", [source("a"), source("b"), source("c", "a", "b")]],
    ["two that retell each other", [source("a", "b"), source("b", "a")]],
    ["one that retells an unknown document", [source("a", "gone")]],
  ])("draws %s in boxes that are apart, and all within its size", (_, sources) => {
    const { boxes, width, height } = draw(...sources);
    expect(boxes).toHaveLength(sources.length);
    for (const [at, box] of boxes.entries())
      expect(boxes.filter((other, number) => number !== at && !isApart(box, other))).toEqual([]);
    for (const [x = 0, y = 0, boxWidth = 0, boxHeight = 0] of boxes) {
      expect(x + boxWidth).toBeLessThanOrEqual(width);
      expect(y + boxHeight).toBeLessThanOrEqual(10 + height);
    }
  });

  it("leads an arrow to each document that is retold and known", () => {
    expect(draw(source("a"), source("b"), source("c", "a", "b", "gone")).arrows).toBe(2);
  });
});
