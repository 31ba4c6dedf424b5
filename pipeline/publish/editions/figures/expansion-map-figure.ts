import { drawExpansionMap } from "#pipeline/drawing/map/expansion-map.ts";
import { expansionMapWords } from "#pipeline/drawing/map/expansion-map-words.ts";
import { isDated } from "#pipeline/drawing/map/steps-by-place.ts";
import type { Figure } from "./figure.ts";

export const expansionMapFigure: Figure = {
  name: "expansion-map",
  title: expansionMapWords.title,
  alternative: ({ rows }) => {
    const steps = rows("expansion_timeline");
    const nDated = steps.filter(isDated).length;
    return expansionMapWords.alternative(nDated, steps.length - nDated);
  },
  draw: ({ rows, outlines, release }, palette) =>
    drawExpansionMap({
      ...{ steps: rows("expansion_timeline"), places: rows("places"), outlines, palette },
      ...{ words: expansionMapWords, prefix: "expansion-map", linkOf: null, aloneIn: release.version },
    }),
};
