import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { publishedTable } from "#schemas/published-tables.ts";
import { publishedRows } from "#tests/builders/published-rows.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

const event = (cells: Row) =>
  aCodedRow("events", { record_id: "evt-1", event_type: "clash", date_text: "then", ...cells });
const side = (cells: Row) =>
  aCodedRow("disagreement_sides", {
    disagreement_id: "dis-1",
    table: "events",
    record_id: "evt-1",
    column: null,
    ...cells,
  });

function resolveWith(events: readonly Row[], sides: readonly Row[]) {
  const { resolution, issues } = resolveRaw(
    aRawInput({
      events,
      disagreements: sides.length === 0 ? [] : [aCodedRow("disagreements", { disagreement_id: "dis-1" })],
      disagreement_sides: sides,
    }),
  );
  const { disagreements, events: rows } = publishedRows(resolution);
  return {
    ids: disagreements.map(({ disagreement_id }) => disagreement_id),
    named: rows.map(({ disagreement_ids }) => disagreement_ids),
    issues: issues.flatMap((issue) => {
      if (issue.code === "resolve/side") return [`${issue.code} ${issue.why}`];
      return /disagreement|one-side/u.test(issue.code) ? [issue.code] : [];
    }),
  };
}

const inConflict = [event({ date: "2018" }), event({ date: "2019", source_id: "source-b" })];

describe("a column in conflict", () => {
  it("is a disagreement by itself, with an id that comes and goes with it", () => {
    expect(resolveWith(inConflict, [])).toEqual({ ids: ["dis-evt-1-date"], named: ["dis-evt-1-date"], issues: [] });
    const { isLastingId } = publishedTable("disagreements");
    expect([isLastingId("dis-evt-1-date"), isLastingId("dis-12")]).toEqual([false, true]);
  });

  it("is none by itself if two sides of a coder's disagreement name it", () => {
    const both = [
      side({ side: "a", source_id: "source-a", evidence: "p1s1", column: "date" }),
      side({ side: "b", source_id: "source-b", evidence: "p1s1", column: "date" }),
    ];
    expect(resolveWith(inConflict, both)).toEqual({ ids: ["dis-1"], named: ["dis-1"], issues: [] });
  });

  it("is one by itself if only one side names it", () => {
    const one = [
      side({ side: "a", source_id: "source-a", evidence: "p1s1", column: "date" }),
      side({ side: "b", source_id: "source-b", evidence: "p1s1", column: "event_type" }),
    ];
    expect(resolveWith(inConflict, one)).toMatchObject({
      ids: ["dis-1", "dis-evt-1-date"],
      named: ["dis-1; dis-evt-1-date"],
    });
  });
});

describe("the sides of a disagreement", () => {
  const compare = (a: Row, b: Row, events: readonly Row[]) =>
    resolveWith(events, [
      side({ side: "a", source_id: "source-a", evidence: "p1s1", ...a }),
      side({ side: "b", source_id: "source-b", evidence: "p1s1", ...b }),
    ]).issues;
  const listed = (actors: string, cells: Row = {}) => event({ date: "2018", assoc_actor1_ids: actors, ...cells });

  it("are out of date if all have the same values, in whatever order a list has them", () => {
    const lists = [listed("jnim; other-group"), listed("other-group; jnim", { source_id: "source-b" })];
    const column = { column: "assoc_actor1_ids" };
    expect(compare(column, column, lists)).toEqual(["resolve/stale-disagreement"]);
    expect(compare(column, column, [listed("jnim"), listed("other-group", { source_id: "source-b" })])).toEqual([]);
  });

  it("are never out of date if they name no column, or different ones", () => {
    const same = [
      event({ date: "2018", actor1_id: "jnim", assoc_actor1_ids: "jnim" }),
      event({ date: "2018", actor1_id: "jnim", assoc_actor1_ids: "jnim", source_id: "source-b" }),
    ];
    expect(compare({}, {}, same)).toEqual([]);
    expect(compare({ column: "actor1_id" }, { column: "assoc_actor1_ids" }, same)).toEqual([]);
  });

  it("rest on sentences that their source's statements cite, every one of them", () => {
    const events = [event({ date: "2018", evidence: "p1s1-p1s2" }), event({ date: "2019", source_id: "source-b" })];
    expect(compare({ evidence: "p1s2" }, {}, events)).toEqual([]);
    expect(compare({ evidence: "p1s2-p1s3" }, {}, events)).toEqual(["resolve/side other-sentences"]);
  });
});
