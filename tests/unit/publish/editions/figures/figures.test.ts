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
    expect(drawn).toMatch(/<title[^>]*>[^<]+<\/title><desc>/u);
    expect(drawn).toContain(`<desc>${figure.alternative}</desc>`);
    expect(drawn).toContain(someFacts.version);
    expect(drawn).not.toContain("var(--");
    expect(figure.alternative).not.toBe("");
  },
);

it.each(figureList)("$name has the same shapes in the dark, and other colours", (figure) => {
  const drawn = (palette: typeof lightPalette) =>
    figure.draw({ ...data, rows: (table) => filled[table] ?? [] }, palette);
  const shapes = (palette: typeof lightPalette) => drawn(palette).replaceAll(/#[0-9a-f]{6}/gu, "");
  expect(drawn(lightPalette)).toContain(figure.name === "expansion-map" ? "Mali" : "One");
  expect(shapes(darkPalette)).toBe(shapes(lightPalette));
  expect(drawn(darkPalette)).not.toBe(drawn(lightPalette));
});

const filled: Readonly<Record<string, DrawnRow[]>> = {
  expansion_timeline: [
    { record_id: "exp-1", actor: "One", actor_id: "one", place_id: "mali", location: "Mali", date: "" },
    {
      ...{ record_id: "exp-2", actor: "One", actor_id: "one", place_id: "mali", location: "Mali", date: "2017" },
      ...{ date_earliest: "2017-01-01", date_latest: "2017-12-31" },
    },
  ],
  places: [{ place_id: "mali", name: "Mali", kind: "country", iso3: "MLI" }],
  economic_warfare_incidents: [
    { record_id: "ewf-1", mode: "denial", tactic: "siege", country: "One", place_id: "one" },
  ],
  codelists: [
    { codelist: "mode", code: "denial", label: "Denial" },
    { codelist: "tactic", code: "siege", label: "Siege" },
  ],
  source_provenance: [
    { source_id: "one", publisher: "One" },
    { source_id: "two", publisher: "Two", derived_from: "one" },
  ],
};

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
