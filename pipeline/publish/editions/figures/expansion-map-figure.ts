import { communityRule } from "#pipeline/core/communities.ts";
import { expansionMapBody, MAP_WIDTH } from "#pipeline/drawing/map/expansion-map.ts";
import { expansionMapWords as words } from "#pipeline/drawing/map/expansion-map-words.ts";
import { drawStandalone } from "#pipeline/drawing/standalone.ts";
import type { Figure } from "./figure.ts";

const prefix = "expansion-map";

export const expansionMapFigure: Figure = {
  name: prefix,
  alternative: words.alternative,
  draw: ({ rows, outlines, release }, palette) =>
    drawStandalone({
      ...{ prefix, title: words.title, alternative: words.alternative, width: MAP_WIDTH, palette },
      body: (top) => {
        const isAboutCommunity = communityRule(rows);
        // No map by people: a step of a community is in the tables alone.
        const steps = rows("expansion_timeline").filter((step) => !isAboutCommunity(step));
        const places = rows("places");
        return expansionMapBody({ steps, places, outlines, palette, words, prefix, linkOf: null }, top);
      },
      caption: [words.meaning, words.data(release.version), words.source],
    }),
};
