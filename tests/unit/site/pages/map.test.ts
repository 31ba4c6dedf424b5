import { describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import { mapPage } from "#pipeline/site/pages/map.ts";
import { type Cells, viewRelease } from "#pipeline/site/release/release-view.ts";
import { english } from "#pipeline/site/words/english/english.ts";

const step = (record_id: string, more: Cells): Cells => ({
  ...{ record_id, actor_id: "jnim", actor: "JNIM", step_type: "extension", date: "", source_ids: "acled-2023" },
  ...more,
});
const inMali = { place_id: "mali", country: "Mali", location: "Mali" };
const steps = [
  step("exp-2", { ...inMali, date: "2018-41", date_earliest: "2018-07-01", date_latest: "2018-12-31" }),
  step("exp-1", { ...inMali, date: "2015", date_earliest: "2015-01-01", date_latest: "2015-12-31" }),
  step("exp-3", inMali),
  step("exp-4", { place_id: "sahel", country: "", location: "Sahel" }),
];

const table = (name: string, key: string, rows: readonly Cells[]) => ({
  ...{ name, title: name, description: name, key: [key], columns: [], rows },
});
const tables = [
  table("expansion_timeline", "record_id", steps),
  table("places", "place_id", [{ place_id: "mali", name: "Mali", kind: "country", iso3: "MLI" }]),
];
const cited = { version: "1.0.0", created: "2026-01-01", dataHash: "0", doi: null };

const pageOf = (shownTables: typeof tables) =>
  mapPage({
    view: viewRelease({ cited, tables: shownTables, files: [], changes: [] }),
    ...{ words: english, outlines: NO_OUTLINES, base: null, releases: [], shown: ["1.0.0"] },
  });
const page = pageOf(tables);
const { markup } = page.content;

describe("the page of the map", () => {
  it("lists the dated steps in order, and then those without a date by country", () => {
    const rows = markup.slice(markup.indexOf("</figure>"));
    expect([...rows.matchAll(/r\/(exp-\d)\.html/gu)].map(([, id]) => id)).toEqual(["exp-1", "exp-2", "exp-3", "exp-4"]);
    expect(markup).toContain("Several countries: 1 step");
  });

  it("names only the tables that the release has", () => {
    expect(page.tables).toEqual(["expansion_timeline", "places"]);
  });

  it("leads from each place on the map to a row of a table", () => {
    const links = [...markup.matchAll(/href="[^"#]*map\.html#((?:un)?dated-[^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(0);
    for (const id of links) expect(markup.split(`id="${id}"`)).toHaveLength(2);
  });

  it("says of a step that is about a community who says so", () => {
    const actors = [{ actor_id: "herders", name: "Herders", actor_type: "population_group" }];
    const about = pageOf([
      table("expansion_timeline", "record_id", [step("exp-5", { ...inMali, actor_id: "herders" })]),
      table("actors", "actor_id", actors),
    ]).content.markup;
    // In the table alone: no map shows peoples.
    expect(about.split(english.records.says("acled-2023", ""))).toHaveLength(2);
  });

  it("offers the years from the first to the last date", () => {
    expect(markup.match(/<option value="\d+"/gu)).toHaveLength(8);
  });
});
