import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { distanceTo, isInside, type OutlinedUnit } from "#pipeline/core/outlines.ts";
import { drawPlaceMap, placeSpot } from "#pipeline/drawing/map/place-map.ts";
import { lightPalette } from "#pipeline/drawing/palette.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";

const RAW = join(import.meta.dirname, "../../../../raw");
const path = join(RAW, "outlines/admin1.topo.json");
const { units } = readOutlines([{ path, bytes: readFileSync(path) }]);
const places = z
  .array(z.record(z.string(), z.string()))
  .parse(parse(readFileSync(join(RAW, "coded/places.csv")), { columns: true, bom: true }));
const ofCountry = (iso3 = "") => units.filter(({ country }) => country === iso3);

const mali = { iso3: "MLI", country: "Mali" };
const segou = { ...mali, admin1: "Segou", admin1_pcode: "ML04" };

/** The kind of spot, and the outlines that it has. */
function spotted(place: Readonly<Record<string, string>>) {
  const spot = placeSpot(place, units);
  if (spot === null || spot.kind === "point") return [spot?.kind ?? null];
  return [spot.kind, ...spot.units.map(({ id }) => id)];
}

describe("what can be drawn of a place", () => {
  it("is a point if it has coordinates, whatever its units", () => {
    expect(spotted({ ...segou, kind: "village", latitude: "14.88", longitude: "-6.14" })).toEqual(["point"]);
  });

  it("is the outline of a unit, of a province and of a country", () => {
    expect(spotted({ ...segou, kind: "region" })).toEqual(["outline", "ML-4"]);
    const banwa = { iso3: "BFA", kind: "province", admin1: "Boucle du Mouhoun", admin1_pcode: "BF46", admin2: "Banwa" };
    expect(spotted(banwa)).toEqual(["outline", "BF-BAN"]);
    expect(spotted({ ...mali, kind: "country" })).toEqual(["outline", ...ofCountry("MLI").map(({ id }) => id)]);
  });

  it("is the smallest outline around it if it has none of its own", () => {
    expect(placeSpot({ ...segou, kind: "district", admin2: "Niono" }, units)).toMatchObject({
      ...{ kind: "within", column: "admin1", units: [{ id: "ML-4" }] },
    });
    const menaka = { ...mali, kind: "region", admin1: "Menaka", admin1_pcode: "ML10" };
    expect(placeSpot(menaka, units)).toMatchObject({ kind: "within", column: "country" });
    expect(placeSpot({ ...mali, kind: "area" }, units)).toMatchObject({ kind: "within", column: "country" });
    const town = { iso3: "BFA", kind: "town", admin1: "Nord", admin1_pcode: "BF54", admin2: "Loroum" };
    expect(placeSpot(town, units)).toMatchObject({ kind: "within", column: "admin2", units: [{ id: "BF-LOR" }] });
  });

  it("is nothing if a place spans several countries, or if its country has no outline", () => {
    expect(spotted({ kind: "cross_border_area", iso3: "", country: "" })).toEqual([null]);
    expect(spotted({ kind: "country", iso3: "FRA", country: "France" })).toEqual([null]);
  });
});

const draw = (place: Readonly<Record<string, string>>, own: readonly OutlinedUnit[] = ofCountry(place.iso3)) => {
  const spot = placeSpot(place, units);
  if (spot === null) return "";
  const words = { title: "Where <it> is", description: "It is there." };
  return drawPlaceMap({ spot, country: own, palette: lightPalette, prefix: "place-map", ...words });
};

/** The whole numbers of the room that the drawing takes. */
const boxOf = (text: string) => (/viewBox="([^"]+)"/u.exec(text)?.[1] ?? "").split(" ").map(Number);

describe("the drawing of a place", () => {
  it.each(places)("is whole and small, and a point lies in it and in its units: $place_id", (place) => {
    const text = draw(place);
    expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/u);
    expect(text.length).toBeLessThan(10_000);
    if (place.iso3 === "") return expect(text).toBe("");
    const [x = 0, y = 0, width = 0, height = 0] = boxOf(text);
    expect(Math.max(width, height)).toBeLessThanOrEqual(322);
    const spot = placeSpot(place, units);
    if (spot?.kind !== "point") return expect(text).not.toContain("<circle");
    const [, cx = 0, cy = 0] = (/<circle cx="([^"]+)" cy="([^"]+)"/u.exec(text) ?? []).map(Number);
    expect([cx > x, cx < x + width, cy > y, cy < y + height]).toEqual([true, true, true, true]);
    const around = placeSpot({ ...place, latitude: "", longitude: "" }, units);
    const within = around?.kind === "within" ? around.units : [];
    // The outlines are rounded, so that a town at the edge may lie beyond it by a little.
    expect(isInside(within, spot.point) || distanceTo(within, spot.point) < 1).toBe(true);
  });

  it("fills an outline, and hatches what a place lies within", () => {
    expect(draw({ ...segou, kind: "region" })).toContain(`fill="${lightPalette.unit}"`);
    const within = draw({ ...segou, kind: "area" });
    expect(within).not.toContain(`fill="${lightPalette.unit}"`);
    expect(within).toContain('fill="url(#place-map-hatch)"');
    expect(draw({ ...mali, kind: "area" })).toContain('<use href="#place-map-country" fill="url(#place-map-hatch)"');
  });

  it("shows a point beyond its country where it is", () => {
    const [, , width = 0, height = 0] = boxOf(draw({ ...mali, kind: "town", latitude: "14", longitude: "30" }));
    expect(width).toBeGreaterThan(1.5 * height);
  });

  it("has ids of its own, uses no other, and says what it shows", () => {
    const text = draw({ ...segou, kind: "area" });
    const ids = [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    const used = [...text.matchAll(/(?:href="#|url\(#|by=")([^")]+)/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    expect(text).toContain('<title id="place-map-title">Where &lt;it&gt; is</title>');
  });
});
