import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
import { writeGeojson } from "#pipeline/publish/editions/geojson/geojson.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { aPublishedRow, type CellsOf, someEditionTables, someFacts, someTables } from "#tests/builders/release.ts";

const release = someFacts;

/** The outline of Gao, a square. */
const gao: OutlinedUnit = {
  id: "ML-7",
  name: "Gao",
  country: "MLI",
  region: null,
  rings: [
    [
      [0, 15],
      [0, 17],
      [2, 17],
      [2, 15],
      [0, 15],
    ],
  ],
};

const Collection = z.looseObject({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.strictObject({
      type: z.literal("Feature"),
      id: z.string(),
      geometry: z.strictObject({ type: z.string(), coordinates: z.unknown() }),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

function textOf(rows: Parameters<typeof someEditionTables>[0], outlines: readonly OutlinedUnit[] = [gao]): string {
  const parts: Uint8Array[] = [];
  writeGeojson({ tables: someEditionTables(rows), release, outlines: { units: outlines, anchors: [] } }, (bytes) =>
    parts.push(bytes),
  );
  return Buffer.concat(parts).toString("utf8");
}

const collectionOf = (...arguments_: Parameters<typeof textOf>) => Collection.parse(JSON.parse(textOf(...arguments_)));

const place = (cells: CellsOf<"places">) => aPublishedRow("places", cells);
const region = (cells: CellsOf<"places"> = {}) =>
  place({
    place_id: "gao-region",
    name: "Gao region",
    kind: "region",
    iso3: "MLI",
    admin1: "Gao",
    admin1_pcode: "ML07",
    admin2: null,
    latitude: null,
    longitude: null,
    ...cells,
  });
const event = (cells: CellsOf<"events">) => aPublishedRow("events", cells);

describe("the GeoJSON", () => {
  it("has a point for each place and record with coordinates, longitude first", () => {
    const { features } = collectionOf(
      new Map([
        ["places", [place({ place_id: "farabougou", longitude: -8.0029, latitude: 14.8820004 })]],
        ["events", [event({ record_id: "evt-1", place_id: "farabougou", longitude: -8.0029, latitude: 14.8820004 })]],
      ]),
    );
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ["events/evt-1", { type: "Point", coordinates: [-8.0029, 14.882] }],
      ["places/farabougou", { type: "Point", coordinates: [-8.0029, 14.882] }],
    ]);
  });

  it("has the outline of a place that is a unit as a whole, and of the records there", () => {
    const { features } = collectionOf(
      new Map([
        ["places", [region()]],
        ["events", [event({ record_id: "evt-1", place_id: "gao-region" })]],
      ]),
    );
    expect(features.map(({ id, properties }) => [id, properties.outline])).toEqual([
      ["events/evt-1", "ML-7"],
      ["places/gao-region", "ML-7"],
    ]);
    for (const { geometry } of features)
      expect(geometry).toEqual({
        type: "Polygon",
        coordinates: [
          [
            [0, 15],
            [2, 15],
            [2, 17],
            [0, 17],
            [0, 15],
          ],
        ],
      });
  });

  it.each([
    ["a part of a unit", { kind: "area" }],
    ["a country", { kind: "country", admin1: null, admin1_pcode: null }],
    ["a unit without an outline", { admin1: "Menaka", admin1_pcode: "ML10" }],
    ["a unit of another country", { iso3: "NER" }],
    ["a second-level unit where the outlines are first-level", { kind: "district", admin2: "Gao" }],
  ])("leaves out %s", (_, cells) => {
    const rows = new Map([
      ["places", [region(cells)]],
      ["events", [event({ record_id: "evt-1", place_id: "gao-region" }), event({ record_id: "evt-2" })]],
    ] as const);
    expect(collectionOf(rows).features).toEqual([]);
  });

  it("has the words of codes, the bounds of dates and of as_of, the place, its precision and the agreement", () => {
    const cells = {
      record_id: "exp-1",
      longitude: 1,
      latitude: 2,
      location: "Farabougou",
      where_prec: 1,
      date: "2018",
      date_earliest: "2018-01-01",
      date_latest: "2018-12-31",
      as_of: "2023-11-13",
      as_of_earliest: "2023-11-13",
      as_of_latest: "2023-11-13",
      agreement: "single",
    };
    const { features } = collectionOf(new Map([["expansion_timeline", [aPublishedRow("expansion_timeline", cells)]]]));
    expect(features[0]?.properties).toMatchObject({
      table: "expansion_timeline",
      ...cells,
      step_type: "extension",
      step_type_label: "Extension",
      agreement_label: "Single",
    });
    expect(features[0]?.properties).not.toHaveProperty("lead_evidence");
  });

  it("says at its top what it is, how to cite it, and that a polygon is not control", () => {
    expect(collectionOf(someTables())).toMatchObject({
      name: "jnim-data",
      version: "1.0.0",
      license: "https://creativecommons.org/licenses/by/4.0/",
      citation: expect.stringContaining("abab"),
      description: expect.stringContaining("never says that a group controls the place"),
    });
  });

  it("is whole without rows, and has one feature on a line", () => {
    expect(collectionOf(new Map()).features).toEqual([]);
    expect(textOf(someTables()).split("\n")).toHaveLength(collectionOf(someTables()).features.length + 3);
  });

  it.each(Object.entries({ ...payloads, ...controls, prototype: "__proto__" }))(
    "keeps any text, and can be put into a page: %s",
    (_, description) => {
      const rows = new Map([
        ["events", [event({ record_id: "evt-1", longitude: 1, latitude: 2, description })]],
      ] as const);
      expect(collectionOf(rows).features[0]?.properties.description).toBe(description.replace(/\p{Cs}/u, "\uFFFD"));
      expect(textOf(rows)).not.toMatch(/<[/!?]|<script|\]\]>|[\u2028\u2029\u0080-\u009f]/iu);
    },
  );
});
