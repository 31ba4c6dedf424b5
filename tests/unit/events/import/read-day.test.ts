import { describe, expect, it } from "vitest";
import { isoOf, readDay, shownOrder } from "#pipeline/events/import/read-day.ts";
import { dateForms } from "#tests/builders/event-files.ts";

const DAYS = ["1997-01-01", "2019-12-31", "2020-02-29", "2022-06-08"];

describe("readDay", () => {
  it.each(Object.entries(dateForms))("reads %s back", (name, write) => {
    const order = name === "month_first" ? "month_first" : "day_first";
    for (const day of DAYS) expect(readDay(write(day), order)).toBe(Date.parse(day) / 86_400_000);
  });

  it.each(["2021-02-30", "31/02/2021", "soon", "", "2021", "12/2021", "99999", "3021-01-01", "8-Foo-22"])(
    "does not read %j",
    (text) => {
      expect(readDay(text, "day_first")).toBeNull();
    },
  );

  it("asks for the order where a date needs it", () => {
    expect(readDay("03/04/2021", null)).toBe("order");
    expect([shownOrder("03/04/2021"), shownOrder("13/04/2021"), shownOrder("04/13/2021")]).toEqual([
      null,
      "day_first",
      "month_first",
    ]);
  });

  it("gives the ISO day of a number of days", () => {
    expect([isoOf(0), isoOf(-1), isoOf(18_262)]).toEqual(["1970-01-01", "1969-12-31", "2020-01-01"]);
  });
});
