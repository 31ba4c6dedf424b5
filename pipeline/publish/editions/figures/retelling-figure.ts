import { splitList } from "#pipeline/core/row.ts";
import { figureWords } from "#pipeline/drawing/figure-words.ts";
import { drawRetelling, type ToldSource } from "#pipeline/drawing/retelling.ts";
import { drawStandalone } from "#pipeline/drawing/standalone.ts";
import type { Figure, FigureData } from "./figure.ts";

const words = figureWords.retelling;

export const retellingFigure: Figure = {
  name: "retelling",
  alternative: words.alternative,
  draw: (data, palette) => {
    const sources = sourcesOf(data);
    const drawnAt = (y: number) => drawRetelling({ sources, palette, label: words.label, y });
    return drawStandalone({
      ...{ prefix: "retelling", title: words.title, alternative: words.alternative, palette },
      width: drawnAt(0).width,
      body: drawnAt,
      caption: [words.meaning, words.data(data.release.version)],
    });
  },
};

const sourcesOf = ({ rows }: FigureData): ToldSource[] =>
  rows("source_provenance").map(
    ({ source_id: id = "", publisher = "", date_published: when = "", derived_from: told }) => ({
      ...{ id, when, retells: splitList(told), href: null },
      name: publisher || id,
    }),
  );
