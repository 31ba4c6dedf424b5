import { describe, expect, it } from "vitest";
import type { Entry } from "#pipeline/core/resolution.ts";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { columnNames } from "#schemas/column.ts";
import { publishedTable } from "#schemas/published-tables.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

const event = (record_id: string, cells: Row = {}) =>
  aCodedRow("events", { record_id, place_id: "mali", date_text: "then", date: "2019", ...cells });
const step = (record_id: string, date: string) =>
  aCodedRow("expansion", { record_id, place_id: "mali", date_text: "then", date, evidence: "p1s4" });

const { resolution, staged } = resolveRaw(
  aRawInput({
    events: [
      event("evt-2"),
      event("evt-10", { evidence: "p1s2; p1s1" }),
      event("evt-2", { source_id: "source-b", date: "2019-03", fatalities: ">5", evidence: "p1s3" }),
    ],
    expansion: [step("exp-2", "2018"), step("exp-1", "2019")],
    cited_works: [aCodedRow("cited_works", { work_id: "wrk-1", evidence: "p1s10" })],
    retired: [aCodedRow("retired", { table: "events", record_id: "evt-1" })],
  }),
);

const idsOf = (entries: Iterable<Entry>) => [...entries].map(({ table, id }) => `${table} ${id}`);

describe("the entries of a resolution", () => {
  it("come by table, then by id, both in the order of their characters", () => {
    expect(idsOf(resolution.entries())).toEqual([
      "actors jnim",
      "actors other-group",
      "cited_works wrk-1",
      "events evt-10",
      "events evt-2",
      "expansion_by_country jnim/Mali",
      "expansion_timeline exp-1",
      "expansion_timeline exp-2",
      "places mali",
      "retired evt-1",
      "source_provenance source-a",
      "source_provenance source-b",
    ]);
    expect(resolution.nRecords).toBe(4);
  });

  it("can be requested any number of times, and by table", () => {
    expect(idsOf(resolution.entries("events"))).toEqual(["events evt-10", "events evt-2"]);
    expect([...resolution.entries("events")]).toEqual([...resolution.entries("events")]);
    expect(idsOf(resolution.entries("errata"))).toEqual([]);
  });

  it("are found by id as they come, or not at all", () => {
    for (const entry of resolution.entries()) expect(resolution.find(entry.table, entry.id)).toEqual(entry);
    expect(resolution.find("events", "evt-3")).toBeNull();
    expect(resolution.find("places", "evt-2")).toBeNull();
  });

  it("have the columns of their table, and no other", () => {
    for (const { table, row } of resolution.entries())
      expect(Object.keys(row).sort()).toEqual(columnNames(publishedTable(table).row).sort());
  });

  it("have their sentences in the order of the table evidence, each once", () => {
    const [first] = resolution.entries("events");
    expect(first?.evidence.map(({ locator }) => locator)).toEqual(["p1s1", "p1s2"]);
    expect(resolution.find("cited_works", "wrk-1")?.evidence).toMatchObject([
      { table: "cited_works", record_id: "wrk-1", source_id: "source-a", locator: "p1s10" },
    ]);
  });
});

describe("the sentences passed over", () => {
  const passedOver = (source_id: string, locator: string, reason: string) =>
    aCodedRow("passed_over", { source_id, locator, reason });
  const read = resolveRaw(
    aRawInput({
      events: [event("evt-1", { evidence: "p1s9-p1s10" })],
      passed_over: [
        passedOver("source-b", "p1s1", "fragment"),
        passedOver("source-a", "p1s8-p1s10; p1s2", "repeats"),
        passedOver("source-a", "p1s1", "heading"),
      ],
    }),
  ).resolution;

  it("are one row each, in the order of their keys; a cited one is none of them", () => {
    const rows = [...read.entries("passed_over")].map(({ row }) => row);
    expect(rows).toMatchObject([
      { source_id: "source-a", locator: "p1s1", reason: "heading" },
      { source_id: "source-a", locator: "p1s2", reason: "repeats" },
      { source_id: "source-a", locator: "p1s8", reason: "repeats" },
      { source_id: "source-b", locator: "p1s1", reason: "fragment" },
    ]);
  });

  it("stand where the table evidence would have them", () => {
    const cited = resolveRaw(aRawInput({ events: [event("evt-1", { evidence: "p1s2" })] })).resolution;
    const { table: _, record_id: __, ...position } = cited.find("events", "evt-1")?.evidence[0] ?? {};
    expect(read.find("passed_over", "source-a/p1s2")?.row).toEqual({ ...position, reason: "repeats" });
  });
});

describe("a record", () => {
  const record = resolution.find("events", "evt-2");

  it("has its statements in the order of preference, and a claim for each filled cell of each", () => {
    if (record?.columns === undefined) throw new Error("There is no such record.");
    expect(record.statements.map(({ sourceId }) => sourceId)).toEqual(["source-a", "source-b"]);
    const claims = record.columns.flatMap((column) => column.claims);
    const filled = staged.tables.events.rows
      .filter(({ values }) => values.record_id === "evt-2")
      .map(({ values: { record_id: _, source_id: __, evidence: ___, ...cells } }) => cells)
      .flatMap((cells) => Object.values(cells).filter((cell) => cell !== null));
    expect(claims).toHaveLength(filled.length);
    expect(new Set(claims.map(({ row }) => row.claim_id)).size).toBe(claims.length);
  });

  it("shows what became of a date, as it was coded", () => {
    const date = record?.columns?.find(({ column }) => column.name === "date");
    expect(date).toMatchObject({ rule: "most_precise", agreement: "compatible", published: { date: "2019-03" } });
    expect(date?.claims.map(({ row, counts }) => [row.source_id, row.value, row.status, counts])).toEqual([
      ["source-a", "2019", "compatible", true],
      ["source-b", "2019-03", "accepted", true],
    ]);
  });

  it("publishes an amount in three parts, and claims it as it was coded", () => {
    const fatalities = record?.columns?.find(({ column }) => column.name === "fatalities");
    expect(fatalities?.published).toEqual({ fatalities_low: 5, fatalities_best: null, fatalities_high: null });
    expect(fatalities?.claims.map(({ row }) => row.value)).toEqual([">5"]);
  });

  it("of the timeline has the same sequence number, whether it is requested alone or with the other steps", () => {
    for (const [id, sequence] of [
      ["exp-2", 1],
      ["exp-1", 2],
    ] as const)
      expect(resolution.find("expansion_timeline", id)?.row).toMatchObject({ sequence });
  });
});

describe("what stage hands over", () => {
  it("are dates and amounts as values, parsed once", () => {
    const [, , last] = staged.tables.events.rows;
    expect(last?.values.date).toEqual({ edtf: "2019-03", earliest: "2019-03-01", latest: "2019-03-31" });
    expect(last?.values.fatalities).toEqual({ text: ">5", low: 5, high: Number.POSITIVE_INFINITY, point: null });
    expect(last?.values.amount).toBeNull();
  });
});
