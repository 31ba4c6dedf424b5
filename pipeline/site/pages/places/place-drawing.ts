import { drawPlaceMap, type PlaceSpot, placeSpot } from "#pipeline/drawing/map/place-map.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { pointKinds, unitColumns } from "#schemas/coded/places.ts";
import { Html, html } from "../../html.ts";
import type { PageContext } from "../../page.ts";
import type { Cells } from "../../release/release-view.ts";
import type { Words } from "../../words/words.ts";

/** Where a place is in its country, drawn and in words; in words alone if nothing can be drawn without inventing it. */
export function placeDrawing(place: Cells, { outlines: { units }, words: { places } }: PageContext): Html {
  const { drawing: said } = places;
  const { name = "", country = "", iso3 } = place;
  const spot = placeSpot(place, units);
  if (spot === null)
    return html`<p class="undrawn">${country === "" ? said.severalCountries(name) : said.countryWithoutOutline(country)}</p>`;
  const description = inWords(place, spot, said);
  const drawing = drawPlaceMap({
    ...{ spot, country: units.filter((unit) => unit.country === iso3), palette: pagePalette, prefix: "place-map" },
    ...{ title: said.title(name), description },
  });
  return html`<figure>${new Html(drawing)}<figcaption>${description} ${said.source}</figcaption></figure>`;
}

/** What the drawing shows, and why it shows no more. */
function inWords(place: Cells, spot: PlaceSpot, said: Words["places"]["drawing"]): string {
  const { name = "", country = "", kind = "" } = place;
  switch (spot.kind) {
    case "point":
      return said.point(name, country);
    case "outline":
      return kind === "country" ? said.country(name) : said.outline(name, country);
    case "within": {
      const somewhere = said.somewhere(place[spot.column] ?? "", country);
      if (pointKinds.includes(kind)) return `${said.noCoordinates(name)} ${somewhere}`;
      const why = unitColumns[kind] === undefined ? said.noOutline(name) : said.unitWithoutOutline(name);
      return `${why} ${somewhere} ${said.noExtent}`;
    }
    default:
      return spot satisfies never;
  }
}
