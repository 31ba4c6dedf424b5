import { describe, expect, it } from "vitest";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import { placePagesOf } from "#pipeline/site/pages/places.ts";
import { type Cells, viewRelease } from "#pipeline/site/release/release-view.ts";
import { english } from "#pipeline/site/words/english/english.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

/** A square of one degree, with its south-western corner on the equator. */
const aUnit = (number: number, west: number): OutlinedUnit => ({
  ...{ id: `ML-${number}`, name: `Unit ${number}`, country: "MLI", region: null },
  rings: [
    [
      [west, 0],
      [west, 1],
      [west + 1, 1],
      [west + 1, 0],
      [west, 0],
    ],
  ],
});

const aPlace = (place_id: string, kind: string, more: Cells = {}): Cells => ({
  ...{ place_id, name: place_id, kind, country: "Mali", iso3: "MLI", admin1: "", admin1_pcode: "", admin2: "" },
  ...{ latitude: "", longitude: "", where_prec: "4", ...more },
});
const inOne = { admin1: "Unit 1", admin1_pcode: "ML01" };
const places = {
  country: aPlace("Mali", "country"),
  region: aPlace("region-one", "region", inOne),
  newer: aPlace("newer", "region", { admin1: "Unit 10", admin1_pcode: "ML10" }),
  district: aPlace("district", "district", { ...inOne, admin2: "District" }),
  town: aPlace("town", "town", { ...inOne, latitude: "0.5", longitude: "0.5" }),
  lost: aPlace("lost", "town", inOne),
  area: aPlace("area", "area"),
  borderlands: aPlace("borderlands", "cross_border_area", { country: "", iso3: "" }),
  abroad: aPlace("abroad", "area", { country: "France", iso3: "FRA" }),
};
type Name = keyof typeof places;

const view = viewRelease(aSiteRelease({ places: Object.values(places) }));
const pageOf = (name: Name): string => {
  const [page] = placePagesOf(places[name], {
    ...{ view, words: english, outlines: { units: [aUnit(1, 0), aUnit(2, 1)], anchors: [] } },
    ...{ base: null, releases: [], shown: ["1.2.0"] },
  });
  return page?.content.markup ?? "";
};

const said = english.places.drawing;

describe("the page of a place", () => {
  it.each<[Name, ...(readonly string[])]>([
    ["country", said.country("Mali")],
    ["region", said.outline("region-one", "Mali")],
    ["newer", said.unitWithoutOutline("newer"), said.somewhere("Mali", "Mali"), said.noExtent],
    ["district", said.unitWithoutOutline("district"), said.somewhere("Unit 1", "Mali"), said.noExtent],
    ["town", said.point("town", "Mali")],
    ["lost", said.noCoordinates("lost"), said.somewhere("Unit 1", "Mali")],
    ["area", said.noOutline("area"), said.somewhere("Mali", "Mali"), said.noExtent],
  ])("draws where it is, and says what the drawing shows, to readers of screens too: %s", (name, ...sentences) => {
    const markup = pageOf(name);
    expect(markup).toContain(`<desc id="place-map-desc">${sentences.join(" ")}</desc>`);
    expect(markup).toContain(`<figcaption>${sentences.join(" ")} ${said.source}</figcaption>`);
  });

  it.each<[Name, string]>([
    ["borderlands", said.severalCountries("borderlands")],
    ["abroad", said.countryWithoutOutline("France")],
  ])("draws nothing where it would have to invent a shape, and says so: %s", (name, sentence) => {
    expect(pageOf(name)).not.toContain("<svg");
    expect(pageOf(name)).toContain(sentence);
  });

  it("leads to the places that are its country and its units, but not to itself", () => {
    const linksOf = (name: Name) => {
      const facts = pageOf(name).split("</dl>")[0] ?? "";
      return [...facts.matchAll(/href="[^"]*place\/([^"]+)\.html"/gu)].map(([, id]) => id);
    };
    expect(linksOf("town")).toEqual(["Mali", "region-one"]);
    expect(linksOf("district")).toEqual(["Mali", "region-one"]);
    expect(linksOf("region")).toEqual(["Mali"]);
    expect(linksOf("newer")).toEqual(["Mali"]);
    expect(linksOf("country")).toEqual([]);
  });
});
