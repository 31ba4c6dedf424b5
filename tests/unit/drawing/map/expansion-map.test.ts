import { describe, expect, it } from "vitest";
import type { Outlines } from "#pipeline/core/outlines.ts";
import { drawExpansionMap, type ExpansionMapInput } from "#pipeline/drawing/map/expansion-map.ts";
import { expansionMapWords } from "#pipeline/drawing/map/expansion-map-words.ts";
import { lightPalette } from "#pipeline/drawing/palette.ts";

/** Mali as one square unit, and the label anchor of its centre. */
const outlines: Outlines = {
  units: [
    {
      ...{ id: "ML-7", name: "Gao", country: "MLI", region: null },
      rings: [
        [
          [-8, 11],
          [-8, 19],
          [4, 19],
          [4, 11],
          [-8, 11],
        ],
      ],
    },
  ],
  anchors: [{ placeId: "central-mali", point: [-4, 15] }],
};

const places = [
  { place_id: "central-mali", name: "central Mali", kind: "area", iso3: "MLI" },
  { place_id: "mali", name: "Mali", kind: "country", iso3: "MLI" },
  { place_id: "gao-region", name: "Gao region", kind: "region", iso3: "MLI", admin1: "Gao", admin1_pcode: "ML07" },
  { place_id: "gao", name: "Gao", kind: "city", iso3: "MLI", longitude: "-0.05", latitude: "16.27" },
  { place_id: "sahel", name: "Sahel", kind: "world_region" },
];

const step = (place_id: string, year: string | null = null) => ({
  ...{ record_id: `exp-${place_id}`, place_id, date: year ?? "" },
  ...{ date_earliest: year === null ? "" : `${year}-01-01`, date_latest: year === null ? "" : `${year}-12-31` },
});

const draw = (more: Partial<ExpansionMapInput> = {}) =>
  drawExpansionMap({
    ...{ steps: [], places, outlines, palette: lightPalette, words: expansionMapWords, prefix: "map" },
    ...{ linkOf: null, ...more },
  });

describe("the map of the expansion", () => {
  it("dashes an area without outline, hatches a country, fills a unit and marks a point", () => {
    const drawn = (place: string) => draw({ steps: [step(place)] }).replace(/^.*?<\/defs>/su, "");
    expect(drawn("central-mali").split("stroke-dasharray")).toHaveLength(3);
    expect(drawn("mali")).toContain('<use href="#map-MLI" fill="url(#map-hatch)"/>');
    expect(drawn("gao-region").split(`fill="${lightPalette.unit}"`)).toHaveLength(3);
    expect(drawn("gao").split("<circle")).toHaveLength(3);
  });

  it("lists what spans several countries beside the map", () => {
    const text = draw({ steps: [step("sahel")] });
    expect(text).toContain(expansionMapWords.nowhere);
    expect(text).toContain("Sahel (1 step)");
  });

  it("has one label for several steps at a place, with count and years", () => {
    expect(draw({ steps: [step("central-mali", "2015"), step("central-mali", "2018")] })).toContain(
      "2 steps, 2015–2018",
    );
  });

  it("gives years, by which a page can dim them, to dated steps only", () => {
    const text = draw({ steps: [step("central-mali", "2015"), step("gao")] });
    expect(new Set(text.match(/data-years="[^"]*"/gu))).toEqual(new Set(['data-years="2015-2015"']));
  });

  it("has ids of its own, and uses no other", () => {
    const text = draw({ steps: [step("mali"), step("mali", "2015")] });
    const ids = [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    const used = [...text.matchAll(/(?:href="|url\()#([^")]+)/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("shows nothing that is no number or text", () => {
    expect(draw({ steps: [step("gao"), step("unknown"), step("mali", "2015")] })).not.toMatch(
      /NaN|undefined|\[object/u,
    );
  });

  it("cannot be made to run what a name says", () => {
    const named = places.map((place) => ({ ...place, name: `<script>"alert"</script>` }));
    expect(draw({ places: named, steps: [step("gao"), step("sahel")] })).not.toContain("<script");
  });
});
