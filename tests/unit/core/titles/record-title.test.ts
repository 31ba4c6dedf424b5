import { describe, expect, it } from "vitest";
import { titleOf, whenBesideTitle } from "#pipeline/core/titles/record-title.ts";
import { type Cells, viewRelease } from "#pipeline/site/release/release-view.ts";
import { english } from "#pipeline/site/words/english/english.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

const view = viewRelease(aSiteRelease({ codelists: [] }));
const line = (table: string, row: Cells) =>
  `${titleOf(table, row, view, english)} ${whenBesideTitle(table, row, english)}`;

describe("a record on a line", () => {
  it.each([
    ...["actor_profile", "actor_relations", "expansion_timeline", "events"],
    ...["economic_warfare_incidents", "economic_warfare_patterns"],
  ])("says once when it was: %s", (table) => {
    expect(line(table, { date: "2017-03-02", as_of: "2020" }).split("2 March 2017")).toHaveLength(2);
  });

  it("tells a relation without a date as of its source, and nothing else so", () => {
    const undated = { date: "", as_of: "[2025-04-24..]" };
    expect(line("actor_relations", undated)).toContain("no date, source dated 24 April 2025 or later");
    expect(line("events", undated)).not.toContain("2025");
  });

  it("names record, event data and verdict of a link, and the figure of a count", () => {
    const edition = { event_source: "ucdp-ged", event_edition: "23.1" };
    const link = { ...edition, record_id: "evt-001", event_id: "900", verdict: "part_of" };
    const count = { ...edition, record_id: "prf-001", counted: "12", query: "attacks", definition: "wider" };
    expect(line("event_links", link)).toBe("evt-001 and event 900 of ucdp-ged 23.1: part_of ");
    expect(line("event_counts", count)).toBe("prf-001 beside ucdp-ged 23.1: 12 (attacks, wider) ");
  });
});
