import { describe, expect, it } from "vitest";
import { lightPalette } from "#pipeline/drawing/palette.ts";
import { drawTimeline, type TimelineItem } from "#pipeline/drawing/timeline.ts";

const anItem = (cells: Partial<TimelineItem> = {}): TimelineItem => ({
  ...{
    label: "Step",
    when: "2017",
    shape: "once",
    earliest: "2017-01-01",
    latest: "2017-12-31",
    href: "r/exp-001.html",
  },
  ...cells,
});

const draw = (...items: readonly TimelineItem[]) =>
  drawTimeline({ title: "Time", groups: [{ key: "group", name: "A group", items }], palette: lightPalette });

describe("drawTimeline", () => {
  it("draws a known day, a vague one, a lasting one and an open one differently", () => {
    const drawn = (["day", "once", "lasting"] as const).map((shape) => draw(anItem({ shape })));
    const open = draw(anItem({ shape: "open", latest: "" }));
    expect(new Set([...drawn, open]).size).toBe(4);
  });

  it("makes up no end: an open time is an arrow, and no bar", () => {
    const bars = (svg: string) => svg.match(/height="10"/gu)?.length ?? 0;
    expect(bars(draw(anItem()))).toBe(1);
    expect(bars(draw(anItem({ shape: "open", latest: "" })))).toBe(0);
    expect(bars(draw(anItem({ shape: "open", earliest: "" })))).toBe(0);
  });

  it("does not let one old thing squeeze all others", () => {
    const old = anItem({ earliest: "1800-01-01", latest: "1899-12-31" });
    const svg = draw(old, anItem(), anItem({ earliest: "2020-01-01", latest: "2020-12-31" }));
    expect(svg).not.toContain(">1800<");
    expect(svg).toContain(">2017<");
  });

  it("draws what began before the axis from its edge on, and not into the words", () => {
    const svg = draw(anItem({ earliest: "1900-01-01", latest: "2018-12-31", shape: "lasting" }), anItem());
    const [, x] = /<rect x="([\d.-]+)"[^>]*height="10"/u.exec(svg) ?? [];
    expect(Number(x)).toBeGreaterThanOrEqual(470);
    expect(svg).toContain("<path");
  });

  it("leads to the page of each thing, and says when it was", () => {
    expect(draw(anItem())).toContain('<a href="r/exp-001.html"><title>Step: 2017</title>');
  });

  it("has no number that is none", () => {
    expect(draw(anItem({ shape: "open", earliest: "" }))).not.toMatch(/NaN|Infinity|undefined/u);
    expect(drawTimeline({ title: "Time", groups: [], palette: lightPalette })).not.toMatch(/NaN|undefined/u);
  });
});
