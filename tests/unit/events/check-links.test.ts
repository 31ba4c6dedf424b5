import { expect, it } from "vitest";
import { checkLinks, type LinkRow } from "#pipeline/events/check-links.ts";

const aLink = (cells: Partial<LinkRow>): LinkRow => ({
  ...{ file: "event_links.csv", line: 2, table: "events", record_id: "evt-1" },
  ...{ event_source: "ucdp-ged", event_id: "1", event_edition: "23.1", event_sha256: "a", verdict: "same" },
  ...cells,
});

it("tells a verdict whose event has changed or is gone from a proposal", () => {
  const links = ["1", "2"].flatMap((event_id) => ["same", ""].map((verdict) => aLink({ event_id, verdict })));
  const events = [{ event_source: "ucdp-ged", event_id: "1", event_edition: "24.1", event_sha256: "b" }];
  expect(checkLinks(links, { newest: new Map([["ucdp-ged", "24.1"]]), events })).toMatchObject([
    { code: "events/link-changed", isDecided: true },
    { code: "events/link-changed", isDecided: false },
    { code: "events/link-gone", isDecided: true },
    { code: "events/link-gone", isDecided: false },
  ]);
});
