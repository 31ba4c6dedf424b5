import type { FileFacts } from "#pipeline/core/release-store.ts";
import { type DrawnRow, drawnRow } from "#pipeline/drawing/drawn-row.ts";
import { darkPalette, lightPalette } from "#pipeline/drawing/palette.ts";
import type { Edition, EditionTable } from "#pipeline/publish/editions/edition.ts";
import { expansionMapFigure } from "./expansion-map-figure.ts";
import type { Figure } from "./figure.ts";
import { retellingFigure } from "./retelling-figure.ts";
import { timelineFigure } from "./timeline-figure.ts";
import { warfareFigure } from "./warfare-figure.ts";

/** The figures of a release. To add one, write its module and list it here. */
export const figureList: readonly Figure[] = [expansionMapFigure, timelineFigure, warfareFigure, retellingFigure];

/** The file of a figure, for light or for dark pages. */
export const figurePath = ({ name }: Figure, scheme: "light" | "dark") =>
  `figures/${name}${scheme === "dark" ? ".dark" : ""}.svg`;

/** Each figure for light and for dark pages, in the order in which the files are written. */
const VERSIONS = figureList.flatMap((figure) => [
  { figure, path: figurePath(figure, "light"), palette: lightPalette },
  { figure, path: figurePath(figure, "dark"), palette: darkPalette },
]);

const encoder = new TextEncoder();

export const figures: Edition = {
  name: "figures",
  title: "SVG: drawings of the data, each for light and for dark pages",
  mediaType: "image/svg+xml",
  format: 2,
  paths: () => VERSIONS.map(({ path }) => path),
  make: async ({ tables, release, outlines, workspace, pause }) => {
    const data = { rows: rowsOf(tables), outlines, release };
    const files: FileFacts[] = [];
    for (const { figure, path, palette } of VERSIONS) {
      const file = workspace.create(path);
      file.write(encoder.encode(`${figure.draw(data, palette)}\n`));
      files.push(file.close());
      await pause();
    }
    return files;
  },
};

/** Each table is read once, when a figure first needs it. */
function rowsOf(tables: readonly EditionTable[]): (table: string) => readonly DrawnRow[] {
  const known = new Map<string, readonly DrawnRow[]>();
  return (name) => {
    const rows = known.get(name) ?? [...(tables.find((table) => table.name === name)?.rows() ?? [])].map(drawnRow);
    known.set(name, rows);
    return rows;
  };
}
