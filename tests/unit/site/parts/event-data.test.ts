import { describe, expect, it } from "vitest";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import type { PageContext } from "#pipeline/site/page.ts";
import { besideEventData, eventTablesAbout } from "#pipeline/site/parts/event-data.ts";
import { type Cells, viewRelease } from "#pipeline/site/release/release-view.ts";
import { english } from "#pipeline/site/words/english/english.ts";
import { aSiteRelease } from "#tests/builders/site-release.ts";

const link = (cells: Cells = {}): Cells => ({
  ...{ table: "events", record_id: "evt-1", event_source: "ucdp-ged", event_id: "900001", event_edition: "23.1" },
  ...{
    distance_m: "1250",
    gap_days: "0",
    verdict: "same",
    decided_by: "coder",
    coder: "reader-1",
    reason: "<i>A</i>.",
  },
  ...cells,
});
const count: Cells = {
  ...{ table: "actor_profile", record_id: "prf-1", event_source: "my-events", event_edition: "2", query: "attacks" },
  ...{ definition: "declared", area: "BFA", window_first: "2021-01-01", window_last: "2021-12-31" },
  ...{ counted: "1340", n_vague: "14", reason: "" },
};
const codelists = [
  { codelist: "link_verdict", code: "same", label: "Same" },
  { codelist: "link_decided_by", code: "only_near_candidate", label: "Only near candidate" },
  { codelist: "count_definition", code: "declared", label: "Declared" },
];

const contextOf = (tables: Readonly<Record<string, readonly Cells[]>>): PageContext => ({
  view: viewRelease(aSiteRelease({ codelists, ...tables })),
  ...{ words: english, outlines: NO_OUTLINES, base: null, releases: [], shown: [] },
});
const shown = (table: string, id: string, context: PageContext) => besideEventData(table, id, context).markup.trim();

describe("what event data say beside a record", () => {
  it("is a table of its links, with a link to the event data and no markup of theirs", () => {
    const context = contextOf({ event_links: [link(), link({ record_id: "evt-2", event_id: "900002" })] });
    const markup = shown("events", "evt-1", context);
    expect(markup).toContain(
      '<a href="https://ucdp.uu.se/downloads/">UCDP Georeferenced Event Dataset (GED) Global 23.1</a>',
    );
    expect(markup).toMatch(/900001.*Same.*1,250.*reader-1.*&lt;i&gt;A/su);
    expect(markup).not.toContain("900002");
    expect(eventTablesAbout("events", "evt-1", context)).toEqual(["event_links"]);
  });

  it("names the rule where no person decided", () => {
    const byRule = link({ decided_by: "only_near_candidate", coder: "", reason: "", distance_m: "" });
    expect(shown("events", "evt-1", contextOf({ event_links: [byRule] }))).toContain("Only near candidate");
  });

  it("is a table of counts, which judges nothing; event data without a profile have their name", () => {
    const markup = shown("actor_profile", "prf-1", contextOf({ event_counts: [count] }));
    expect(markup).toMatch(/my-events 2.*attacks.*Declared.*BFA.*2021-01-01.*1,340/su);
    expect(markup).toContain("It is no verdict on the claim");
    expect(markup).not.toContain('href="http');
  });

  it("is nothing for other records, and in a release without such tables", () => {
    expect(shown("events", "evt-3", contextOf({ event_links: [link()] }))).toBe("");
    expect(shown("expansion_timeline", "evt-1", contextOf({ event_links: [link()] }))).toBe("");
    expect(shown("events", "evt-1", contextOf({}))).toBe("");
  });
});
