import { describe, expect, it } from "vitest";
import { jsonTable } from "#pipeline/events/import/json-table.ts";
import { acled } from "#schemas/events/profiles/acled.ts";

const tableOf = (value: unknown) => jsonTable(typeof value === "string" ? value : JSON.stringify(value), acled);
const feature = (properties: unknown, geometry: unknown) => ({ type: "Feature", properties, geometry });
const point = (...coordinates: readonly unknown[]) => ({ type: "Point", coordinates });

describe("a table in JSON", () => {
  it.each(["Result", "data", "features"])("is the list in %s, with the columns of all objects", (name) => {
    expect(
      tableOf({
        [name]: [
          { latitude: 1, longitude: 2 },
          { latitude: "3", note: null, is_new: true },
        ],
      }),
    ).toEqual({
      header: ["latitude", "longitude", "note", "is_new"],
      rows: [
        ["1", "2", "", ""],
        ["3", "", "", "true"],
      ],
    });
  });

  it("takes coordinates from the points of GeoJSON, longitude first, if no column has them", () => {
    const features = [feature({ id: 1 }, point(-4.2, 14.5)), feature({ id: 2 }, { type: "Polygon", coordinates: [] })];
    expect(tableOf({ type: "FeatureCollection", features })).toEqual({
      header: ["id", "longitude", "latitude"],
      rows: [
        ["1", "-4.2", "14.5"],
        ["2", "", ""],
      ],
    });
  });

  it("takes coordinates from columns where they are, in any case", () => {
    const features = [feature({ LATITUDE: 14.5, Longitude: -4.2 }, point(0, 0))];
    expect(tableOf({ features })).toEqual({ header: ["LATITUDE", "Longitude"], rows: [["14.5", "-4.2"]] });
  });

  it("may begin with a byte order mark", () => {
    expect(tableOf('\uFEFF[{"a":1}]')?.rows).toEqual([["1", "", ""]]);
  });

  it("has text for columns that are named like members of objects", () => {
    expect(tableOf('[{"__proto__":"x","constructor":"y"},{}]')?.rows[1]).toEqual(["", "", "", ""]);
  });

  it.each(["{", "[]", "[1]", "null", '"text"', '{"rows":[{}]}', "[[1,2]]", '[{"a":1},null]'])(
    "is not in %s",
    (text) => {
      expect(tableOf(text)).toBeNull();
    },
  );
});
