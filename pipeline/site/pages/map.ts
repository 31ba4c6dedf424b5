import { byFirstDay, isDated } from "#pipeline/drawing/dated-records.ts";
import { yearsOf } from "#pipeline/drawing/map/steps-by-place.ts";
import { pages } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { expansionDrawing } from "../parts/expansion-drawing.ts";
import { scrollRegion } from "../parts/table.ts";
import { byCountry } from "./map/by-country.ts";
import { datedSteps, undatedSteps } from "./map/step-tables.ts";
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
${drawing(context)}
${datedSteps(dated.toSorted(byFirstDay), context)}
${undatedSteps(undated, context)}
${byCountry(context)}`,
    limits: words.map.limits,
    tables: [TABLE, "places", "expansion_by_country"].filter((table) => view.table(table) !== null),
  };
}

function drawing(context: PageContext): Html {
  const { drawing: said, regionLabel } = context.words.map;
  const caption: Piece = html`${said.meaning} ${said.source}`;
  return html`<figure class="map">${scrollRegion(regionLabel, expansionDrawing(context))}<figcaption>${caption}</figcaption></figure>`;
}
