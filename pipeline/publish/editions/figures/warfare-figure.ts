import { figureWords } from "#pipeline/drawing/figure-words.ts";
import { element } from "#pipeline/drawing/markup.ts";
import { drawMatrix, type Matrix, matrixHeight, matrixWidth } from "#pipeline/drawing/matrix.ts";
import { drawStandalone } from "#pipeline/drawing/standalone.ts";
import {
  countWarfare,
  NOWHERE,
  SEVERAL,
  type WarfareMatrix,
  warfareMatrices,
} from "#pipeline/drawing/warfare-matrix.ts";
import { codeLabels } from "./code-labels.ts";
import type { Figure, FigureData } from "./figure.ts";

const words = figureWords.warfare;

export const warfareFigure: Figure = {
  name: "economic-warfare",
  alternative: words.alternative,
  draw: (data, palette) => {
    const matrices = warfareMatrices(data.rows).map((matrix) => inWords(matrix, data));
    return drawStandalone({
      ...{
        prefix: "economic-warfare",
        title: words.title,
        alternative: words.alternative,
        width: matrixWidth(matrices),
        palette,
      },
      body: (top) => {
        let y = top;
        const drawn = matrices.map((matrix) => {
          const one = drawMatrix(matrix, y, palette);
          y += matrixHeight(matrix);
          return one;
        });
        return { markup: element("g", {}, drawn), height: y - top };
      },
      caption: [words.meaning, words.data(data.release.version)],
    });
  },
};

function inWords({ mode, tactics, columns, at }: WarfareMatrix, data: FigureData): Matrix {
  const labelOf = codeLabels(data);
  const named = (column: string) =>
    column === NOWHERE ? words.noPlace : column === SEVERAL ? words.severalCountries : column;
  return {
    name: labelOf("mode", mode),
    columns: columns.map(named),
    rows: tactics.map((tactic) => ({
      name: labelOf("tactic", tactic),
      cells: columns.map((column) => {
        const records = at(tactic, column);
        const { incidents, patterns } = countWarfare(records);
        return { total: records.length, text: words.cell(incidents, patterns) };
      }),
    })),
  };
}
