import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { admin1Keys, plainUnitName } from "#pipeline/events/admin1-key.ts";
import { readAdmin1List } from "#pipeline/events/admin1-list.ts";

const units = readAdmin1List(readFileSync("raw/outlines/pcodes.csv", "utf8")) ?? [];
const keyOf = admin1Keys(units);

describe("plainUnitName", () => {
  it.each([
    ["Segou region", "segou"],
    ["Région de Ségou", "segou"],
    ["Akwa Ibom state", "akwa ibom"],
    ["District Autonome D'Abidjan", "abidjan"],
    ["Boucle du Mouhoun", "boucle du mouhoun"],
    ["Ville de N'Djamena", "ndjamena"],
    ["Region", "region"],
  ])("takes %s for %s", (name, plain) => {
    expect(plainUnitName(name)).toBe(plain);
  });
});

describe("admin1Keys", () => {
  it("gives the P-code, however the name is written", () => {
    for (const name of ["Ménaka", "MENAKA", "Menaka region", "Région de Ménaka"])
      expect(keyOf("MLI", name)).toBe("ML10");
    expect(keyOf("MLI", "Timbuktu")).toBe("ML06");
  });

  it("gives a unit that was made later the code of the one that it was made from", () => {
    expect(["Bandiagara", "Douentza region", "Taoudénit", "San"].map((name) => keyOf("MLI", name))).toEqual([
      "ML05",
      "ML05",
      "ML06",
      "ML04",
    ]);
    expect(["Sirba", "Région du Soum"].map((name) => keyOf("BFA", name))).toEqual(["BF52", "BF56"]);
  });

  it("tells units of one name in two countries apart", () => {
    expect([keyOf("TGO", "Savanes"), keyOf("CIV", "Savanes")]).toEqual(["TG05", "CIV:savanes"]);
  });

  it("gives country and plain name where the list lacks the unit, and nothing where one of them is unknown", () => {
    expect(keyOf("TCD", "Lac region")).toBe("TCD:lac");
    expect([keyOf(null, "Lac"), keyOf("TCD", null)]).toEqual([null, null]);
  });

  it("names each unit of the list once", () => {
    const keys = units.flatMap(({ iso3, names }) => names.map((name) => `${iso3}:${plainUnitName(name)}`));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("readAdmin1List", () => {
  it("refuses what is not the list", () => {
    expect(readAdmin1List("a,b\n1,2\n")).toBeNull();
    expect(readAdmin1List('a,"b\n')).toBeNull();
  });
});
