import { expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { DrawnRow } from "#pipeline/drawing/drawn-row.ts";
import { darkPalette, lightPalette } from "#pipeline/drawing/palette.ts";
import { figureList } from "#pipeline/publish/editions/figures/figures.ts";
import { timelineFigure } from "#pipeline/publish/editions/figures/timeline-figure.ts";
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

it("gives no person a heading, and says whose words are about a community", () => {
  const tables: Record<string, DrawnRow[]> = {
    actors: [
      { actor_id: "a-person", actor_type: "person" },
      { actor_id: "herders", actor_type: "population_group" },
    ],
    events: [
      { ...anEvent, actor1: "A. Person", actor1_id: "a-person" },
      { ...anEvent, actor1: "Herders", actor1_id: "herders" },
    ],
    source_provenance: [{ source_id: "a-source", publisher: "A Publisher" }],
  };
  const drawn = timelineFigure.draw({ ...data, rows: (table) => tables[table] ?? [] }, lightPalette);
  expect(drawn).not.toContain(">A. Person<");
  expect(drawn).toContain("A. Person: ");
  expect(drawn).toContain("A Publisher says: ");
});

const anEvent = {
  ...{ record_id: "evt-001", date: "2017", date_earliest: "2017-01-01", date_latest: "2017-12-31" },
  ...{ event_type: "attack", location: "Mali", lead_source_id: "a-source" },
};
