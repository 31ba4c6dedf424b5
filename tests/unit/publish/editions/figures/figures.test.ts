import { expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import { darkPalette, lightPalette } from "#pipeline/drawing/palette.ts";
import { figureList } from "#pipeline/publish/editions/figures/figures.ts";
import { someFacts } from "#tests/builders/release.ts";

const data = { rows: () => [], outlines: NO_OUTLINES, release: someFacts };

it.each(figureList)(
  "$name has its title, the release and a source line inside, and no colour of the page",
  (figure) => {
    const drawn = figure.draw(data, lightPalette);
    expect(drawn).toContain(`<title`);
    expect(drawn).toContain(figure.title);
    expect(drawn).toContain(someFacts.version);
    expect(drawn).not.toContain("var(--");
    expect(figure.alternative).not.toBe("");
  },
);

it.each(figureList)("$name has the same shapes in the dark", (figure) => {
  const shapes = (palette: typeof lightPalette) => figure.draw(data, palette).replaceAll(/#[0-9a-f]{6}/gu, "");
  expect(shapes(darkPalette)).toBe(shapes(lightPalette));
});
