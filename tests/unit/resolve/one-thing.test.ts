import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aRawInput, aSource } from "#tests/builders/raw.ts";

const NOWHERE = {
  ...{ admin1_pcode: null, admin2: null, admin2_pcode: null, pcode_valid_from: null },
  ...{ latitude: null, longitude: null, where_prec: null, coordinate_source: null },
};
const place = (place_id: string, kind: string, admin1: string | null) => ({
  ...aCodedRow("places", { place_id, kind, name: place_id, country: "Mali", iso3: "MLI" }),
  ...NOWHERE,
  admin1,
});

const mismatchesOf = (...rows: readonly Row[]) => mismatchesBeside([], ...rows);

const mismatchesBeside = (sides: readonly Row[], ...rows: readonly Row[]) =>
  resolveRaw(
    aRawInput({
      sources: ["source-a", "source-b", "source-c", "source-d"].map((id) => aSource(id)),
      disagreements: [aCodedRow("disagreements", { disagreement_id: "dis-1" })],
      disagreement_sides: sides,
      places: [
        place("mali", "country", null),
        place("segou", "region", "Segou"),
        place("town-a", "town", "Segou"),
        place("town-b", "town", "Segou"),
      ],
      events: rows.map((cells, at) =>
        aCodedRow("events", { record_id: "evt-1", event_type: "clash", evidence: `p1s${at + 1}`, ...cells }),
      ),
    }),
  ).issues.flatMap((issue) =>
    issue.code === "resolve/identity-mismatch"
      ? [`${issue.first} (${issue.firstLine}) ${issue.value} (${issue.at.line})`]
      : [],
  );

describe("the statements of one record", () => {
  it("must not name different actors or types, and an empty cell names none", () => {
    expect(mismatchesOf({ actor1_id: "jnim" }, { actor1_id: "other-group" })).toEqual(["jnim (2) other-group (3)"]);
    expect(mismatchesOf({ event_type: "clash" }, { event_type: "attack" })).toEqual(["clash (2) attack (3)"]);
    expect(mismatchesOf({ actor1_id: "jnim" }, { actor1_id: null })).toEqual([]);
  });

  it("may name places that lie within each other, but each is compared with every other", () => {
    expect(mismatchesOf({ place_id: "town-a" }, { place_id: "segou" }, { place_id: "mali" })).toEqual([]);
    expect(mismatchesOf({ place_id: "segou" }, { place_id: "town-a" }, { place_id: "town-b" })).toEqual([
      "town-a (3) town-b (4)",
    ]);
  });

  it("may differ if each stands on a side that names the column, and whoever stands on none must fit one of them", () => {
    const side = (letter: string, column: string, evidence: string) =>
      aCodedRow("disagreement_sides", {
        ...{ disagreement_id: "dis-1", side: letter, table: "events", record_id: "evt-1" },
        ...{ source_id: `source-${letter}`, evidence, column, position: letter },
      });
    const by = (letter: string, cells: Row) => ({ source_id: `source-${letter}`, ...cells });
    const actors = [by("a", { actor1_id: "jnim" }), by("b", { actor1_id: "other-group" })];
    const sides = [side("a", "actor1_id", "p1s1"), side("b", "actor1_id", "p1s2")];
    expect(mismatchesBeside(sides, ...actors)).toEqual([]);
    expect(mismatchesBeside(sides.slice(0, 1), ...actors)).toEqual(["jnim (2) other-group (3)"]);
    expect(mismatchesBeside(sides, ...actors, by("c", { actor1_id: "other-group" }))).toEqual([]);
    expect(mismatchesBeside(sides.slice(1), by("c", { actor1_id: "jnim" }), actors[1] ?? {})).toEqual([
      "other-group (3) jnim (2)",
    ]);
    const otherSentence = by("a", { actor1_id: "other-group" });
    expect(mismatchesBeside(sides.slice(0, 1), actors[0] ?? {}, otherSentence)).toEqual(["jnim (2) other-group (3)"]);

    const places = [by("a", { place_id: "town-a" }), by("b", { place_id: "mali" })];
    const apart = [side("a", "place_id", "p1s1"), side("b", "place_id", "p1s2")];
    const within = [by("c", { place_id: "segou" }), by("d", { place_id: "town-b" })];
    expect(mismatchesBeside(apart, ...places, ...within)).toEqual([]);
    expect(mismatchesBeside(apart.slice(0, 1), ...places, ...within)).toEqual(["town-a (2) town-b (5)"]);
  });
});
