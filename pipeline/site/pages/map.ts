import { drawExpansionMap } from "#pipeline/drawing/map/expansion-map.ts";
import { stepsInWords } from "#pipeline/drawing/map/step-labels.ts";
import { isDated, type PlacedSteps, yearsOf } from "#pipeline/drawing/map/steps-by-place.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { pages, recordPage } from "../addresses.ts";
import { Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { scrollRegion } from "../parts/table.ts";
import { titleOf } from "../record-title.ts";
import type { Cells } from "../release/release-view.ts";
import { byCountry } from "./map/by-country.ts";
import { datedSteps, stepAnchor, undatedSteps } from "./map/step-tables.ts";
import { yearControl } from "./map/year-control.ts";

const TABLE = "expansion_timeline";

/** The expansion on two maps, with and without dates, and the same as tables. */
export function mapPage(context: PageContext): Page {
  const { view, words } = context;
  const steps = view.rows(TABLE);
  const [dated, undated] = [steps.filter(isDated), steps.filter((step) => !isDated(step))];
  const years = yearsOf(dated);
  return {
    address: pages.map,
    title: words.map.title,
    lead: words.map.lead,
    content: html`${years !== null && yearControl(years, words.map.control)}
${drawing(steps, context)}
${datedSteps(inOrder(dated), context)}
${undatedSteps(undated, context)}
${byCountry(context)}`,
    limits: words.map.limits,
    tables: [TABLE, "places", "expansion_by_country"].filter((table) => view.table(table) !== null),
  };
}

function drawing(steps: readonly Cells[], context: PageContext): Html {
  const { view, words, outlines } = context;
  const map = drawExpansionMap({
    ...{ steps, places: view.rows("places"), outlines, palette: pagePalette, aloneIn: null },
    ...{ words: words.map.drawing, prefix: "expansion-map", linkOf: (placed) => linkOf(placed, context) },
  });
  const caption: Piece = html`${words.map.drawing.meaning} ${words.map.drawing.source}`;
  return html`<figure class="map">${scrollRegion(words.map.regionLabel, new Html(map))}<figcaption>${caption}</figcaption></figure>`;
}

/** One step has its own page; several at one place are in a table below. */
function linkOf(placed: PlacedSteps, { view, words }: PageContext) {
  const [only, ...more] = placed.steps;
  if (only !== undefined && more.length === 0)
    return { href: recordPage(only.record_id ?? ""), title: titleOf(TABLE, only, view, words) };
  const href = `#${stepAnchor(placed.years !== null, placed.placeId)}`;
  return { href, title: words.map.stepsAt(placed.name, stepsInWords(placed, words.map.drawing)) };
}

/** By the first day on which it may have happened, or the last one if only that is known. */
function inOrder(steps: readonly Cells[]): Cells[] {
  const day = ({ date_earliest: earliest, date_latest: latest }: Cells) => earliest || latest || "";
  return steps.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
