import { describe, expect, it } from "vitest";
import { highestNumber } from "#pipeline/core/numbered-id.ts";
import { hidesIds, idsInRaw, idsInRelease } from "#pipeline/find/used-ids.ts";
import { aCodedRow, type CodedTables } from "#tests/builders/raw.ts";
import { stagedRaw } from "#tests/builders/staged-raw.ts";

const highest = (tables: CodedTables) => highestNumber(idsInRaw(stagedRaw(tables).tables), { prefix: "evt" });
const anEvent = (cells: Parameters<typeof aCodedRow>[1]) => aCodedRow("events", { ...cells, date_text: null });

describe("the ids in raw/", () => {
  it.each<[string, CodedTables]>([
    ["of rows", { events: [anEvent({ record_id: "evt-007" }), anEvent({ record_id: "evt-002" })] }],
    ["of rows with errors", { events: [anEvent({ record_id: "evt-007", event_type: "no-such-type" })] }],
    ["that rows were split from", { events: [anEvent({ record_id: "evt-002", split_from: "evt-007" })] }],
    ["that are retired", { retired: [aCodedRow("retired", { table: "events", record_id: "evt-007" })] }],
    [
      "that replace retired ones",
      { retired: [aCodedRow("retired", { table: "events", record_id: "evt-002", replaced_by: "evt-007" })] },
    ],
    ["that corrections name", { corrections: [aCodedRow("corrections", { record_id: "evt-002; evt-007" })] }],
    ["of sides", { disagreement_sides: [aCodedRow("disagreement_sides", { record_id: "evt-007" })] }],
  ])("count those %s", (_, tables) => {
    expect(highest(tables)).toBe(7);
  });

  it("do not count what a text mentions", () => {
    const reason = "It was the same event as evt-099.";
    expect(highest({ retired: [aCodedRow("retired", { record_id: "evt-002", replaced_by: null, reason })] })).toBe(2);
  });

  it("are hidden by a bad id, but not by an error in another column", () => {
    const hidden = (cells: Parameters<typeof aCodedRow>[1]) => {
      const { tables, issues } = stagedRaw({ events: [anEvent(cells)] });
      return issues.filter((issue) => hidesIds(issue, tables)).map(({ code }) => code);
    };
    expect(hidden({ record_id: "EVT 7" })).toEqual(["stage/bad-id"]);
    expect(hidden({ record_id: "evt-007", date: "no date" })).toEqual([]);
  });
});

describe("the ids in a release", () => {
  const aTable = (row: Readonly<Record<string, string>>) => ({
    columns: Object.keys(row).map((name) => ({ name })),
    rows: () => [row],
  });

  it("are those of its records, of what they name, and of what it retired", () => {
    const tables = [
      aTable({ record_id: "evt-001", actor1_id: "jnim", split_from: "evt-003", value: "evt-099" }),
      aTable({ table: "events", record_id: "evt-005", reason: "evt-098", replaced_by: "evt-004" }),
      aTable({ work_id: "wrk-001", cited_work_ids: "wrk-002; wrk-003" }),
    ];
    expect([...idsInRelease(tables)]).toEqual([
      ...["evt-001", "jnim", "evt-003"],
      ...["evt-005", "evt-004"],
      ...["wrk-001", "wrk-002", "wrk-003"],
    ]);
  });
});
