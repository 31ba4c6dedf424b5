import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

const NOWHERE = {
  ...{ admin1_pcode: null, admin2: null, admin2_pcode: null, pcode_valid_from: null },
  ...{ latitude: null, longitude: null, where_prec: null, coordinate_source: null },
};
const place = (place_id: string, kind: string, admin1: string | null) => ({
  ...aCodedRow("places", { place_id, kind, name: place_id, country: "Mali", iso3: "MLI" }),
  ...NOWHERE,
  admin1,
});

const mismatchesOf = (...rows: readonly Row[]) =>
  resolveRaw(
    aRawInput({
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
});
