import { describe, expect, it } from "vitest";
import { meantList } from "#pipeline/stage/meant-list.ts";

const codes = { kind: "codes", codes: ["bridge", "market", "road"] } as const;
const ids = { kind: "references", codes: [] } as const;
const labels = { kind: "list", codes: [] } as const;

describe("meantList", () => {
  it.each([
    ["bridge;road", codes, "bridge; road"],
    ["bridge ; road", codes, "bridge; road"],
    ["bridge; road;", codes, "bridge; road"],
    ["road; road", codes, "road"],
    ["bridge, road", codes, "bridge; road"],
    ["bridge|road", codes, "bridge; road"],
    ["wrk-1,wrk-2", ids, "wrk-1; wrk-2"],
    ["UN;;AU", labels, "UN; AU"],
    ["bridge road", codes, "bridge; road"],
    ["bridge, market road", codes, "bridge; market; road"],
    ["raod, bridge", codes, "raod; bridge"],
    ["wrk-1 wrk-2", ids, "wrk-1; wrk-2"],
  ])("reads %j as the list that it means", (text, column, meant) => {
    expect(meantList(text, column)).toBe(meant);
  });

  it.each([
    ["road; bridge", codes],
    ["raod", codes],
    ["not a code", codes],
    ["See the annex", ids],
    ["wrk-1", ids],
    ["Ministry of Mines, Energy and Water; UN", labels],
  ])("has nothing to say of %j", (text, column) => {
    expect(meantList(text, column)).toBeNull();
  });
});
