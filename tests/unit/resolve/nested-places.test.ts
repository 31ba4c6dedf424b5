import { describe, expect, it } from "vitest";
import type { Row } from "#pipeline/core/row.ts";
import { readNesting } from "#pipeline/resolve/nested-places.ts";
import { aCodedRow } from "#tests/builders/raw.ts";
import { aResolveInput } from "#tests/builders/staged.ts";

const NOWHERE = {
  ...{ admin1: null, admin1_pcode: null, admin2: null, admin2_pcode: null, pcode_valid_from: null },
  ...{ latitude: null, longitude: null, where_prec: null, coordinate_source: null },
};
const place = (place_id: string, kind: string, cells: Row = {}) => ({
  ...aCodedRow("places", { place_id, kind, name: place_id }),
  ...NOWHERE,
  ...{ country: "Mali", iso3: "MLI" },
  ...cells,
});

const isNested = readNesting(
  aResolveInput({
    places: [
      place("mali", "country"),
      place("niger", "country", { country: "Niger", iso3: "NER" }),
      place("segou", "region", { admin1: "Segou" }),
      place("mopti", "region", { admin1: "Mopti" }),
      place("niono", "district", { admin1: "Segou", admin2: "Niono" }),
      place("farabougou", "village", { admin1: "Segou", admin2: "Niono" }),
      place("niono-area", "area", { admin1: "Segou", admin2: "Niono" }),
      place("sahel", "world_region", { country: null, iso3: null }),
      place("unnamed-region", "region"),
    ],
  }).tables,
);

describe("two places", () => {
  it.each([
    ["farabougou", "niono"],
    ["farabougou", "segou"],
    ["farabougou", "mali"],
    ["niono", "segou"],
    ["segou", "mali"],
    ["niono-area", "niono"],
    ["unnamed-region", "mali"],
  ])("%s lies within %s, in whatever order they are given", (inner, outer) => {
    expect([isNested(inner, outer), isNested(outer, inner)]).toEqual([true, true]);
  });

  it.each([
    ["farabougou", "mopti"],
    ["segou", "mopti"],
    ["segou", "segou"],
    ["mali", "niger"],
    ["segou", "niger"],
    ["farabougou", "niono-area"],
    ["mali", "sahel"],
    ["segou", "unnamed-region"],
    ["mali", "atlantis"],
  ])("%s and %s are not known to be nested", (one, other) => {
    expect([isNested(one, other), isNested(other, one)]).toEqual([false, false]);
  });
});
