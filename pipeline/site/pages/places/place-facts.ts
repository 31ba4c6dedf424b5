import { placePage } from "../../addresses.ts";
import { type Html, html, type Piece } from "../../html.ts";
import type { PageContext } from "../../page.ts";
import { placeAround } from "../../release/place-records.ts";
import type { Cells } from "../../release/release-view.ts";

/** What the data say of where a place is. A unit or country that is a place itself leads to its page. */
export function placeFacts(place: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { facts: named, precision, noCoordinates } = words.places;
  const listed: readonly (readonly [title: string, fact: Piece])[] = [
    [named.kind, view.label("place_kind", place.kind ?? "")],
    [named.country, unitLink(place, "country", context)],
    [named.admin1, unitLink(place, "admin1", context)],
    [named.admin2, unitLink(place, "admin2", context)],
    [named.codes, [place.admin1_pcode, place.admin2_pcode].filter(Boolean).join(", ")],
    [named.validFrom, place.pcode_valid_from],
    [named.where, precision[place.where_prec ?? ""]],
    [named.coordinates, coordinatesOf(place) || noCoordinates],
    [named.source, place.coordinate_source],
  ];
  return html`<dl class="facts">${listed.filter(([, fact]) => fact).map(([title, fact]) => html`<dt>${title}</dt><dd>${fact}</dd>`)}</dl>`;
}

function unitLink(place: Cells, column: "country" | "admin1" | "admin2", { view }: PageContext): Piece {
  const around = placeAround(place, column, view);
  const name = place[column];
  return around === null ? name : html`<a href="${placePage(around.place_id ?? "")}">${name}</a>`;
}

/** Latitude and longitude; empty if the place has none. */
export const coordinatesOf = ({ latitude = "", longitude = "" }: Cells) =>
  latitude === "" || longitude === "" ? "" : `${latitude}, ${longitude}`;
