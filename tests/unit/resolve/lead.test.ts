import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput, aSource, type CodedTables } from "#tests/builders/raw.ts";

const event = (cells: Row) => aCodedRow("events", { record_id: "evt-1", event_type: "clash", ...cells });
const onDay = (date: string) => ({ date, date_text: "then" });

const sources = [
  aSource("source-a", { reliability: "B", date_published: "2023-11" }),
  aSource("source-b", { reliability: "B", date_published: "2023-05" }),
  aSource("open", { reliability: "D", date_published: "[2023-11..]" }),
  aSource("echo", { reliability: "E", date_published: "2025", derived_from: "source-a" }),
];

function resolveEvents(events: readonly Row[], rest: CodedTables = {}) {
  const { resolution, issues } = resolveRaw(aRawInput({ sources, events, ...rest }));
  const [row = {}] = publishedRows(resolution).events;
  return { row, issues: issues.filter(({ code }) => /lead-outvoted|not-filled/u.test(code)) };
}

const leadOf = (...events: readonly Row[]) => {
  const { row } = resolveEvents(events);
  return `${row.lead_source_id} ${row.lead_evidence}`;
};

describe("the statement that leads", () => {
  it("is the strongest, whatever its source", () => {
    const hedged = event({ source_id: "source-a", certainty: "hedged" });
    const assessed = event({ source_id: "source-a", statement_type: "assessed" });
    expect(leadOf(hedged, assessed, event({ source_id: "open" }))).toBe("open p1s1");
    expect(leadOf(assessed, hedged)).toBe("source-a p1s1");
  });

  it("is of the later of two equally reliable sources", () => {
    expect(leadOf(event({ source_id: "source-b" }), event({ source_id: "source-a" }))).toBe("source-a p1s1");
  });

  it("is, of two of one source, the one that says more, and then the earlier one by paragraph and sentence", () => {
    expect(leadOf(event({ evidence: "p1s1" }), event({ evidence: "p1s2", ...onDay("2019") }))).toBe("source-a p1s2");
    expect(leadOf(event({ evidence: "p1s10" }), event({ evidence: "p1s9" }))).toBe("source-a p1s9");
    expect(leadOf(event({ evidence: "p1s1; p1s4" }), event({ evidence: "p1s1; p1s3" }))).toBe("source-a p1s1; p1s3");
  });

  it("is never of a retelling of a source that speaks", () => {
    const weak = event({ source_id: "source-a", certainty: "hedged" });
    expect(leadOf(event({ source_id: "echo" }), weak)).toBe("source-a p1s1");
    expect(leadOf(event({ source_id: "echo" }))).toBe("echo p1s1");
  });
});

describe("the time of a record without a date", () => {
  it("is that of the latest source that is heard, with its own bounds", () => {
    const { row } = resolveEvents([event({ source_id: "source-b" }), event({ source_id: "echo" })]);
    expect(row).toMatchObject({ as_of: "2025", as_of_earliest: "2025-01-01", as_of_latest: "2025-12-31" });
    const { row: heard } = resolveEvents([event({ source_id: "source-a" }), event({ source_id: "echo" })]);
    expect(heard).toMatchObject({ as_of: "2023-11", as_of_earliest: "2023-11-01", as_of_latest: "2023-11-30" });
    const { row: open } = resolveEvents([event({ source_id: "source-a" }), event({ source_id: "open" })]);
    expect(open).toMatchObject({ as_of: "[2023-11..]", as_of_earliest: "2023-11-01", as_of_latest: null });
  });

  it("is that of the retold source, if a retelling only changed its words, but not if it has a date of its own", () => {
    const side = (cells: Row) =>
      aCodedRow("disagreement_sides", { disagreement_id: "dis-1", table: "events", column: null, ...cells });
    const rest: CodedTables = {
      disagreements: [aCodedRow("disagreements", { disagreement_id: "dis-1", kind: "changed_in_retelling" })],
      disagreement_sides: [
        side({ side: "a", record_id: "evt-2", source_id: "source-a", evidence: "p1s1" }),
        side({ side: "b", record_id: "evt-1", source_id: "echo", evidence: "p1s1" }),
      ],
    };
    const original = event({ record_id: "evt-2", source_id: "source-a" });
    expect(resolveEvents([event({ source_id: "echo" }), original], rest).row.as_of).toBe("2023-11");
    const dated = event({ source_id: "echo", ...onDay("2019") });
    expect(resolveEvents([dated, original], rest).row.as_of).toBe("2025");
  });
});

describe("a leading statement whose own cell is not published", () => {
  const three = (cells: Row, others: Row) => [
    event({ source_id: "source-a", ...cells }),
    event({ source_id: "source-b", ...others }),
    event({ source_id: "open", ...others }),
  ];
  const codesOf = (...events: readonly Row[]) =>
    resolveEvents(events).issues.map(({ code, at }) => `${code} ${at.line}:${at.column}`);

  it("is told where its date, place or actor is set aside", () => {
    expect(codesOf(...three({ actor1_id: "jnim" }, { actor1_id: "other-group" }))).toEqual([
      "resolve/lead-outvoted 2:actor1_id",
    ]);
    expect(codesOf(...three({ assoc_actor1_ids: "jnim" }, { assoc_actor1_ids: "other-group" }))).toEqual([]);
    expect(codesOf(event({ ...onDay("2019") }), event({ source_id: "source-b", ...onDay("2019-03") }))).toEqual([]);
  });

  it("is not told where its own number allows no bound together with another's", () => {
    expect(codesOf(event({ fatalities: ">15" }), event({ source_id: "source-b", fatalities: "<12" }))).toEqual([]);
    expect(codesOf(event({}), event({ source_id: "source-b", certainty: "hedged", fatalities: "5" }))).toEqual([
      "resolve/not-filled 3:fatalities",
    ]);
  });

  it("is told for no column that says neither who nor where nor when", () => {
    const incident = (source_id: string, mode: string) =>
      aCodedRow("economic_warfare", { record_id: "ewf-1", kind: "incident", place_id: "mali", source_id, mode });
    const { issues } = resolveRaw(
      aRawInput({
        sources,
        economic_warfare: [
          incident("source-a", "denial"),
          incident("source-b", "resourcing"),
          incident("open", "resourcing"),
        ],
      }),
    );
    expect(issues.filter(({ code }) => code === "resolve/lead-outvoted")).toEqual([]);
  });
});
