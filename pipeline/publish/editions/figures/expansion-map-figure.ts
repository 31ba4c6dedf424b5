import { expansionMapBody, MAP_WIDTH } from "#pipeline/drawing/map/expansion-map.ts";
import { expansionMapWords as words } from "#pipeline/drawing/map/expansion-map-words.ts";
import { drawStandalone } from "#pipeline/drawing/standalone.ts";
import type { Figure } from "./figure.ts";

const prefix = "expansion-map";

export const expansionMapFigure: Figure = {
  name: prefix,
  title: words.title,
  alternative: words.alternative,
  draw: ({ rows, outlines, release }, palette) =>
    drawStandalone({
      ...{ prefix, title: words.title, alternative: words.alternative, width: MAP_WIDTH, palette },
      body: (top) => {
        const [steps, places] = [rows("expansion_timeline"), rows("places")];
        return expansionMapBody({ steps, places, outlines, palette, words, prefix, linkOf: null }, top);
      },
      caption: [words.meaning, words.data(release.version), words.source],
    }),
};
