import { describe, expect, it } from "vitest";
import { type Label, overlap, placeLabels } from "#pipeline/drawing/map/place-labels.ts";

const label = (more: Partial<Label> = {}): Label => ({
  ...{ shapes: [["central Mali", "2 steps"]], at: [400, 300], reach: 120, mayLie: () => true, keepsWithin: false },
  ...more,
});

describe("labels", () => {
  it("do not overlap, though they belong to one spot", () => {
    const boxes = [...placeLabels([label(), label(), label(), label()], []).values()].map(({ box }) => box);
    expect(boxes).toHaveLength(4);
    for (const [at, box] of boxes.entries())
      expect(boxes.slice(at + 1).some((other) => overlap(box, other))).toBe(false);
  });

  it("lie only where they may", () => {
    const [placed] = placeLabels([label({ mayLie: ([x]) => x > 430 })], []).values();
    expect((placed?.box.x ?? 0) + (placed?.box.width ?? 0) / 2).toBeGreaterThan(430);
  });

  it("of a country lie in it as a whole, or with their middle if it is too narrow", () => {
    const leftOf = (more: Partial<Label>) =>
      [...placeLabels([label({ keepsWithin: true, ...more })], []).values()][0]?.box.x ?? 0;
    expect(leftOf({ mayLie: ([x]) => x > 400 })).toBeGreaterThan(400);
    expect(leftOf({ mayLie: ([x]) => x > 395 && x < 405 })).toBeLessThan(395);
  });

  it("have no place if there is no room", () => {
    expect(placeLabels([label({ reach: 10 })], [{ x: 200, y: 100, width: 500, height: 400 }]).size).toBe(0);
  });

  it("take the way to break their lines that has room", () => {
    const narrow = { x: 460, y: 0, width: 400, height: 700 };
    const wide = { x: 0, y: 0, width: 340, height: 700 };
    const shapes = [["southeastern Burkina Faso"], ["southeastern", "Burkina Faso"]];
    expect([...placeLabels([label({ shapes, reach: 0 })], [narrow, wide]).values()].map(({ lines }) => lines)).toEqual([
      ["southeastern", "Burkina Faso"],
    ]);
  });

  it("are high enough for a finger", () => {
    const [placed] = placeLabels([label({ shapes: [["Mali"]] })], []).values();
    expect(placed?.box.height).toBeGreaterThanOrEqual(24);
  });
});
