import { pages, placePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { heading } from "../parts/heading.ts";
import { type Listing, lines, listings } from "../parts/listing.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { recordLine } from "../parts/record-line.ts";
import { dataTable } from "../parts/table.ts";
import { placesWithin, recordsAt } from "../release/place-records.ts";
import type { Cells } from "../release/release-view.ts";
import { placeDrawing } from "./places/place-drawing.ts";
import { coordinatesOf, placeFacts } from "./places/place-facts.ts";

/** All places, by country. */
export function placesPages(context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { places } = words;
  const countries = [...new Set(view.rows("places").map(({ country = "" }) => country))].sort(
    (a, b) => Number(a === "") - Number(b === "") || (a < b ? -1 : 1),
  );
  return numberedPages(
    {
      address: pages.places,
      title: places.title,
      lead: places.lead,
      head: () => null,
      listing: listings(
        countries.map((country) => countryPlaces(country, context)),
        (shown) => shown,
      ),
      limits: places.limits,
      tables: ["places"],
      section: "places",
    },
    words,
  );
}

function countryPlaces(country: string, { view, words }: PageContext): Listing<Html> {
  const { places } = words;
  const name = country === "" ? places.noCountry : country;
  const { place, kind, units, where, coordinates, records } = places.heads;
  return lines(
    view.where("places", "country", country),
    (rows, isStart) => html`${heading({ title: name, isStart }, words)}
${dataTable({
  caption: places.caption(name),
  heads: [
    { text: place },
    { text: kind },
    { text: units },
    { text: where },
    { text: coordinates },
    { text: records, isNumber: true },
  ],
  rows: rows.map((row) => [
    html`<a href="${placePage(row.place_id ?? "")}">${row.name}</a>`,
    view.label("place_kind", row.kind ?? ""),
    [row.admin1, row.admin2].filter(Boolean).join(", "),
    places.precision[row.where_prec ?? ""],
    coordinatesOf(row) || places.noCoordinates,
    [...recordsAt(row.place_id ?? "", view).values()].reduce((sum, { length }) => sum + length, 0),
  ]),
})}`,
  );
}

/** One place: what is known of where it is, and what is coded there. */
export function placePagesOf(place: Cells, context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { places } = words;
  const { place_id: id = "", name = "" } = place;
  const records = recordsAt(id, view);
  const within = placesWithin(place, view);
  const recordLists = listings(
    [...records].map(([table, rows]) =>
      lines(
        rows,
        (shown, isStart) =>
          html`${heading({ title: `${view.table(table)?.title} (${rows.length})`, isStart, level: "h3" }, words)}<ul>${shown.map((row) => recordLine({ table, row }, context))}</ul>`,
      ),
    ),
    (shown) => html`${shown}`,
  );
  const placeList = lines(
    within,
    (shown, isStart) =>
      html`${heading({ title: places.withinTitle, isStart }, words)}<ul>${shown.map((row) => html`<li><a href="${placePage(row.place_id ?? "")}">${row.name}</a></li>`)}</ul>`,
  );
  return numberedPages(
    {
      address: placePage(id),
      title: name,
      lead: places.placeLead(name),
      head: () => html`<h2>${places.factsTitle}</h2>
<div class="where">${placeFacts(place, context)}
${placeDrawing(place, context)}</div>
<h2>${places.recordsTitle}</h2>
${records.size === 0 && html`<p>${places.nothing}</p>`}
`,
      listing: listings<Piece, Piece>([recordLists, ...(within.length > 0 ? [placeList] : [])], (shown) =>
        joined(shown, "\n"),
      ),
      limits: places.limits,
      tables: ["places", ...records.keys()],
      section: "places",
      // Rows that name persons are among its records.
      isListed: false,
    },
    words,
  );
}
