import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput, aSource, type CodedTables } from "#tests/builders/raw.ts";

const event = (record_id: string, cells: Row = {}) =>
  aCodedRow("events", { record_id, date_text: "then", date: "2019", ...cells });
const link = (cells: Row = {}) =>
  aCodedRow("event_links", {
    ...{ table: "events", record_id: "evt-1", event_id: "900001", verdict: "same", decided_by: "coder" },
    ...{ coder: "reader-1", reason: "They are alike." },
    ...cells,
  });
const undecided = { verdict: null, decided_by: null, coder: null, reason: null };
const claim = aCodedRow("profile", {
  ...{ record_id: "prf-1", attribute: "attacks_n", value: "attacks", amount: ">1300", unit: "attacks" },
  ...{ date_text: "in 2021", date: "2021" },
});
const count = (cells: Row = {}) =>
  aCodedRow("event_counts", { table: "actor_profile", record_id: "prf-1", coder: "reader-1", ...cells });

function run(tables: CodedTables) {
  const { issues, publishable } = resolveRaw(aRawInput({ events: [event("evt-1")], profile: [claim], ...tables }));
  const { event_links, event_counts } = publishedRows(publishable.resolution);
  return {
    codes: issues.filter(({ at }) => /event_/u.test(at.file)).map(({ code, at }) => `${at.line} ${at.column} ${code}`),
    stopping: publishable.issues.map(({ code }) => code).filter((code) => /record|reference/u.test(code)),
    links: event_links,
    counts: event_counts,
  };
}

describe("a link", () => {
  it("is published as a person decided it", () => {
    const { links, codes } = run({ event_links: [link()] });
    expect(links).toMatchObject([
      { record_id: "evt-1", event_source: "ucdp-ged", event_id: "900001", verdict: "same" },
    ]);
    expect(codes).toEqual([]);
  });

  it("is a proposal without a verdict, and is not published", () => {
    const proposed = aCodedRow("event_links", { table: "events", record_id: "evt-1", ...undecided });
    const { links, codes } = run({ event_links: [proposed] });
    expect(links).toEqual([]);
    expect(codes).toEqual(["2 verdict resolve/no-verdict"]);
  });

  it.each(["acled", "my-events"])("to %s, which may not be published, stays where it is", (event_source) => {
    const { links, codes } = run({ event_links: [link({ event_source })] });
    expect(links).toEqual([]);
    expect(codes).toEqual(["2 event_source resolve/source-stays-here"]);
  });

  it.each(["evnts", "actor_profile", "actors"])("of a record of %s is an error", (table) => {
    expect(run({ event_links: [link({ table })] }).codes).toEqual(["2 table resolve/unknown-table"]);
  });

  it("of a record that is not there is an error, which knows retired ids", () => {
    const retired = [aCodedRow("retired", { table: "events", record_id: "evt-2", replaced_by: "evt-1" })];
    const raw = aRawInput({ events: [event("evt-1")], retired, event_links: [link({ record_id: "evt-2" })] });
    expect(resolveRaw(raw).issues).toContainEqual({
      ...{ code: "resolve/unknown-record", table: "events", recordId: "evt-2", isRetired: true, nearest: "evt-1" },
      at: { file: "raw/coded/event_links.csv", line: 2, column: "record_id" },
    });
  });

  it("of a record whose row was refused causes no second error", () => {
    const refused = event("evt-2", { date: "yesterday" });
    expect(run({ events: [event("evt-1"), refused], event_links: [link({ record_id: "evt-2" })] }).codes).toEqual([]);
  });

  it("cannot say that a record is the same as two events of one edition", () => {
    const other = { event_id: "900002" };
    expect(run({ event_links: [link(), link(other)] }).codes).toEqual(["3 verdict resolve/second-same-event"]);
    expect(run({ event_links: [link(), link({ ...other, verdict: "part_of" })] }).codes).toEqual([]);
    expect(run({ event_links: [link(), link({ ...other, event_source: "ucdp-candidate" })] }).codes).toEqual([]);
  });

  it("waits for the draft that alone states its record", () => {
    const sources = [aSource("source-a"), aSource("draft-c", { status: "draft" })];
    const events = [event("evt-1"), event("evt-2", { source_id: "draft-c" })];
    const { links, codes, stopping } = run({ sources, events, event_links: [link(), link({ record_id: "evt-2" })] });
    expect(links).toMatchObject([{ record_id: "evt-1" }]);
    expect([...codes, ...stopping]).toEqual([]);
  });
});

describe("a count", () => {
  it("is published with the claim beside it", () => {
    const { counts, codes } = run({ event_counts: [count({ counted: 640 })] });
    expect(counts).toMatchObject([
      {
        record_id: "prf-1",
        amount_low: 1300,
        amount_best: null,
        unit: "attacks",
        lead_source_id: "source-a",
        counted: 640,
      },
    ]);
    expect(codes).toEqual([]);
  });

  it("is a proposal without a coder, and is not published", () => {
    const proposed = { ...count(), coder: null };
    const { counts, codes } = run({ event_counts: [proposed] });
    expect(counts).toEqual([]);
    expect(codes).toEqual(["2 coder resolve/no-verdict"]);
  });

  it("of a source that may not be published stays where it is", () => {
    const { counts, codes } = run({ event_counts: [count({ event_source: "acled" })] });
    expect(counts).toEqual([]);
    expect(codes).toEqual(["2 event_source resolve/source-stays-here"]);
  });

  it("stands beside a claim of the profile only", () => {
    expect(run({ event_counts: [count({ table: "events", record_id: "evt-1" })] }).codes).toEqual([
      "2 table resolve/unknown-table",
    ]);
  });
});
