import { describe, expect, it } from "vitest";
import { drawEgoNetwork } from "#pipeline/drawing/ego-network.ts";
import { lightPalette } from "#pipeline/drawing/palette.ts";

const draw = (name: string, neighbour: string) =>
  drawEgoNetwork({
    title: "Allies",
    name,
    neighbours: [{ name: neighbour, relation: "allied with →", href: null }],
    palette: lightPalette,
  });
const widthOf = (svg: string) => Number(/ width="(\d+)"/u.exec(svg)?.[1]);

describe("the drawing of an actor and its neighbours", () => {
  it("grows with its longest words, so that none is cut off", () => {
    const usual = widthOf(draw("JNIM", "AQIM"));
    expect(widthOf(draw("JNIM", "al-Qaeda in the Islamic Maghreb"))).toBeGreaterThan(usual + 100);
    expect(widthOf(draw("A name of twenty letters", "AQIM"))).toBeGreaterThan(usual);
  });
});
