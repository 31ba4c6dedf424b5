import { expect, it } from "vitest";
import { dayNumber } from "#pipeline/core/iso-day.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import { askedRecords } from "#pipeline/events/match/asked-records.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

const place = (place_id: string, kind: string, cells: Readonly<Record<string, Value>>): Row => ({
  ...aCodedRow("places", { place_id, name: place_id, kind }),
  ...{ country: "Mali", iso3: "MLI", admin1: null, admin1_pcode: null, admin2: null, admin2_pcode: null },
  ...{ pcode_valid_from: null, latitude: null, longitude: null, coordinate_source: null },
  ...cells,
});

const UNIT = { admin1: "Mopti", admin1_pcode: "ML05", pcode_valid_from: "2021-03-01" };
const POINT = { ...UNIT, latitude: 14.5, longitude: -4.2, coordinate_source: "a map" };

const places = [
  place("Testville", "village", { ...POINT, where_prec: 1 }),
  place("Nowhere", "village", { ...UNIT, where_prec: 1 }),
  place("Kidal", "region", { where_prec: 4 }),
  place("The north", "area", { where_prec: 5 }),
  place("Mali", "country", { where_prec: 6 }),
].map((row) => ({ ...row, place_id: String(row.place_id).toLowerCase().replaceAll(" ", "-") }));

/** The one event with these cells, as it is asked for. */
function asked(cells: Readonly<Record<string, Value>>) {
  const event = {
    ...aCodedRow("events", { actor1_id: "jnim", actor2_id: "other-group", place_id: "testville", date_text: "then" }),
    ...cells,
  };
  const { resolution } = resolveRaw(aRawInput({ places, events: [event] })).publishable;
  const keyOf = (iso3: string | null, admin1: string | null) => (iso3 && admin1 ? `${iso3}:${admin1}` : null);
  const [record] = askedRecords(resolution, ["events"], keyOf);
  return record;
}

it("is compared by its days, its point, its unit and the actors of its two sides", () => {
  const record = asked({ date: "2021-06", assoc_actor1_ids: "other-group" });
  expect(record).toMatchObject({ table: "events", record_id: "evt-1", evidence: "source-a:p1s1", reason: null });
  expect(record?.compared).toEqual({
    record_id: "evt-1",
    day_first: dayNumber("2021-06-01"),
    day_last: dayNumber("2021-06-30"),
    date_prec: 4,
    latitude: 14.5,
    longitude: -4.2,
    where_prec: 1,
    iso3: "MLI",
    admin1_key: "MLI:Mopti",
    sides: [["jnim", "other-group"], ["other-group"]],
  });
});

it.each([
  ["a village without a point, by its unit", "nowhere", { where_prec: 4, latitude: null, admin1_key: "MLI:Mopti" }],
  ["a region by its own name", "kidal", { where_prec: 4, latitude: null, admin1_key: "MLI:Kidal" }],
])("is compared in %s", (_, place_id, compared) => {
  expect(asked({ date: "2021-06-15", place_id })?.compared).toMatchObject(compared);
});

it.each([
  ["no_date", { date: null, date_text: null }],
  ["date_too_vague", { date: "2021" }],
  ["date_too_vague", { date: "[2021-06-01..]" }],
  ["no_place", { date: "2021-06-15", place_id: null }],
  ["place_too_vague", { date: "2021-06-15", place_id: "the-north" }],
  ["place_too_vague", { date: "2021-06-15", place_id: "mali" }],
  ["no_actor", { date: "2021-06-15", actor1_id: null, actor2_id: null }],
])("is not compared: %s, %o", (reason, cells) => {
  expect(asked(cells)).toMatchObject({ reason, compared: null });
});

it("may be dated to a half-year", () => {
  expect(asked({ date: "2021-41" })?.compared?.date_prec).toBe(5);
});
