import { describe, expect, it } from "vitest";
import { mapColumns } from "#pipeline/events/import/map-columns.ts";
import { readDates } from "#pipeline/events/import/read-dates.ts";
import { RowCells } from "#pipeline/events/import/row-cells.ts";
import { EventProfile } from "#schemas/events/profile.ts";

const profile = EventProfile.parse({
  ...{ event_source: "made-up", title: "A", publisher: "A", citation: "A", licence: "A", url: "https://a.test/" },
  inclusion_rule: "All.",
  columns: {
    ...{ event_id: ["id"], latitude: ["lat"], longitude: ["lon"], actor_a: ["a"], actor_b: ["b"], event_type: ["t"] },
    ...{ date_start: ["start"], date_end: ["end"], date_prec: ["prec"] },
  },
  date_precision: {
    codes: {
      "1": { date_prec: 1, days: "as_dated" },
      "2": { date_prec: 3, days: "week" },
      "3": { date_prec: 4, days: "month" },
    },
  },
  where_precision: { always: 1 },
  event_kinds: {},
});
const columns = mapColumns("id lat lon a b t start end prec".split(" "), profile);

function read(cells: readonly [start: string, end: string, prec: string], order: "day_first" | null = null) {
  if ("issues" in columns) throw new Error("The header has all columns.");
  const row = new RowCells(columns, ["", "", "", "", "", "", ...cells]);
  const dates = readDates(row, { profile, order });
  return { dates, issues: row.issues };
}

describe("the dates of an event", () => {
  it.each([
    [["2021-02-10", "2021-02-12", "1"], "2021-02-10", "2021-02-12", 1],
    [["2021-02-10", "", "1"], "2021-02-10", "2021-02-10", 1],
    [["2021-03-02", "", "2"], "2021-02-27", "2021-03-05", 3],
    [["2020-02-10", "", "3"], "2020-02-01", "2020-02-29", 4],
    [["2020-12-31", "2021-01-01", "3"], "2020-12-01", "2021-01-31", 4],
    [["2021-02-10", "", "1.0"], "2021-02-10", "2021-02-10", 1],
  ] as const)("%j are from %s to %s", (cells, start, end, date_prec) => {
    const [day_first, day_last] = [Date.parse(start) / 86_400_000, Date.parse(end) / 86_400_000];
    expect(read(cells)).toEqual({
      dates: { date_start: start, date_end: end, day_first, day_last, date_prec },
      issues: [],
    });
  });

  it.each([
    [["", "", "1"], "start", "events/bad-date"],
    [["soon", "", "1"], "start", "events/bad-date"],
    [["2021-02-10", "2021-02-30", "1"], "end", "events/bad-date"],
    [["2021-02-10", "2021-02-09", "1"], "end", "events/backwards-dates"],
    [["2021-02-10", "", "0"], "prec", "events/bad-precision"],
    [["2021-02-10", "", ""], "prec", "events/bad-precision"],
    [["2021-02-10", "", "constructor"], "prec", "events/bad-precision"],
  ] as const)("%j are refused at %s as %s", (cells, column, code) => {
    expect(read(cells)).toMatchObject({ dates: null, issues: [{ column, issue: { code } }] });
  });

  it("wait for the order of day and month, without an issue", () => {
    expect(read(["2021-02-10", "03/04/2021", "1"])).toEqual({ dates: "order", issues: [] });
    expect(read(["03/04/2021", "", "1"], "day_first").dates).toMatchObject({ date_start: "2021-04-03" });
  });
});
