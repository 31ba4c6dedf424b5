import { describe, expect, it } from "vitest";
import { mapColumns } from "#pipeline/events/import/map-columns.ts";
import { eventReader, type Reading } from "#pipeline/events/import/read-event.ts";
import { ucdpGed } from "#schemas/events/profiles/ucdp-ged.ts";

const ROW = {
  ...{ id: "1", date_start: "2021-01-02", date_end: "2021-01-03", date_prec: "1", where_prec: "2" },
  ...{
    latitude: "-0.25",
    longitude: "12,75",
    country: "Mali",
    adm_1: "Ségou region",
    adm_2: "",
    where_coordinates: "A",
  },
  ...{
    side_a: "Army",
    side_b: "Rebels",
    type_of_violence: "3",
    low: "1",
    best: "2",
    high: "",
    deaths_civilians: "2.0",
  },
};
type Cells = Partial<Record<keyof typeof ROW, string>>;

function read(cells: Cells = {}, reading: Partial<Reading> = {}) {
  const header = Object.keys(ROW);
  const columns = mapColumns(header, ucdpGed);
  if ("issues" in columns) throw new Error("The header has all columns.");
  const keyOf = (iso3: string | null, admin1: string | null) => `${iso3}:${admin1}`;
  const reader = eventReader({ profile: ucdpGed, columns, width: header.length, keyOf, order: null, ...reading });
  const row = reader(Object.values({ ...ROW, ...cells }));
  if (row === "order") throw new Error("The dates have an order of their own.");
  return row;
}
const hashOf = (cells: Cells, reading: Partial<Reading> = {}) => read(cells, reading).event?.event_sha256;

describe("a row of event data", () => {
  it("is an event, with what follows from its cells", () => {
    expect(read()).toMatchObject({
      event: {
        event_id: "1",
        latitude: -0.25,
        longitude: 12.75,
        cell_y: -1,
        cell_x: 25,
        where_prec: 2,
        iso3: "MLI",
        admin1_key: "MLI:Ségou region",
        admin2: null,
        event_kind: "against_civilians",
        deaths_high: null,
        deaths_civilians: 2,
        year: 2021,
      },
      eventId: "1",
      issues: [],
    });
  });

  it("has a hash of what the source says alone", () => {
    const profile = { ...ucdpGed, event_kinds: {} };
    expect(hashOf({}, { keyOf: () => null, profile })).toBe(hashOf({}));
    expect(hashOf({ longitude: "12.750", id: " 1.0 " })).toBe(hashOf({}));
    for (const cells of [{ best: "3" }, { side_a: "Rebels" }, { where_prec: "1" }, { country: "Niger" }])
      expect(hashOf(cells)).not.toBe(hashOf({}));
  });

  it.each([
    [{ id: "" }, "id", "events/no-id", null],
    [{ date_prec: "0" }, "date_prec", "events/bad-precision", "1"],
    [{ where_prec: "8" }, "where_prec", "events/bad-precision", "1"],
    [{ latitude: "90.5" }, "latitude", "events/bad-coordinates", "1"],
    [{ longitude: "" }, "longitude", "events/bad-coordinates", "1"],
    [{ best: "-1" }, "best", "events/bad-number", "1"],
    [{ low: "some" }, "low", "events/bad-number", "1"],
    [{ type_of_violence: "NA" }, "type_of_violence", "events/missing-value", "1"],
  ] as const)("%j is refused at %s as %s, and its id is kept", (cells, column, code, eventId) => {
    expect(read(cells)).toMatchObject({ event: null, eventId, issues: [{ column, issue: { code } }] });
  });

  it("is refused with all that is wrong with it", () => {
    expect(read({ date_start: "x", latitude: "x", best: "x" }).issues.map(({ column }) => column)).toEqual([
      "date_start",
      "latitude",
      "best",
    ]);
  });

  it("is imported as another kind if its type is new", () => {
    expect(read({ type_of_violence: "4" })).toMatchObject({
      event: { event_kind: "other" },
      issues: [{ column: "type_of_violence", issue: { code: "events/unknown-type" } }],
    });
  });

  it("is refused if cells are missing, or behind the last column, but not for empty ones there", () => {
    const width = Object.keys(ROW).length;
    for (const more of [1, -1])
      expect(read({}, { width: width + more })).toMatchObject({
        event: null,
        eventId: null,
        issues: [{ column: null, issue: { code: "events/ragged-row", cells: width, columns: width + more } }],
      });
    expect(read({ deaths_civilians: " " }, { width: width - 1 }).event).not.toBeNull();
  });
});
