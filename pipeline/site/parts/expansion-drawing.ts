import { drawExpansionMap } from "#pipeline/drawing/map/expansion-map.ts";
import { stepsInWords } from "#pipeline/drawing/map/step-labels.ts";
import type { PlacedSteps } from "#pipeline/drawing/map/steps-by-place.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { pages, recordPage } from "../addresses.ts";
import { Html } from "../html.ts";
import type { PageContext } from "../page.ts";
import { isAboutCommunity } from "./people.ts";
import { saidTitle } from "./said.ts";
import { stepAnchor } from "./step-anchor.ts";

const TABLE = "expansion_timeline";

/** The expansion drawn on maps; in brief, only the steps with a date. */
export function expansionDrawing(context: PageContext, isBrief = false): Html {
  const { view, words, outlines } = context;
  // No map by people: a step of a community is in the tables alone.
  const steps = view.rows(TABLE).filter((step) => !isAboutCommunity(step, view));
  const drawing = drawExpansionMap({
    ...{ steps, places: view.rows("places"), outlines, palette: pagePalette, isBrief },
    ...{ words: words.map.drawing, prefix: "expansion-map", linkOf: (placed) => linkOf(placed, context) },
  });
  return new Html(drawing);
}

/** One step has its own page; several at one place are in a table below the map. */
function linkOf(placed: PlacedSteps, context: PageContext) {
  const { words } = context;
  const [only, ...more] = placed.steps;
  if (only !== undefined && more.length === 0)
    return { href: recordPage(only.record_id ?? ""), title: saidTitle(TABLE, only, context) };
  const href = `${pages.map}#${stepAnchor(placed.years !== null, placed.placeId)}`;
  return { href, title: words.map.stepsAt(placed.name, stepsInWords(placed, words.map.drawing)) };
}
