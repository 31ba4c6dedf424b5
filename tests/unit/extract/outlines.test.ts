import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInside, type OutlinedUnit, type Point } from "#pipeline/core/outlines.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";

const FOLDER = join(import.meta.dirname, "../../../raw/outlines");
const path = "raw/outlines/admin1.topo.json";
const bytes = readFileSync(join(FOLDER, "admin1.topo.json"));
const { units, issues } = readOutlines([{ path, bytes }]);
const unitOf = (id: string) => units.filter((unit) => unit.id === id);

/** Twice the area that a ring encloses, in square degrees: negative if it runs clockwise. */
const signedArea = (ring: OutlinedUnit["rings"][number]) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

describe("the outlines in raw/outlines", () => {
  it("are the file that its README describes", () => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    expect(readFileSync(join(FOLDER, "README.md"), "utf8")).toContain(hash);
    expect([issues, units.length]).toEqual([[], 228]);
  });

  it("have closed rings, whose exteriors run clockwise, as d3 needs them", () => {
    for (const { id, rings } of units) {
      for (const ring of rings) expect([id, ring[0]]).toEqual([id, ring.at(-1)]);
      const largest = rings.map(signedArea).reduce((most, area) => (Math.abs(area) > Math.abs(most) ? area : most), 0);
      expect([id, largest < 0]).toEqual([id, true]);
    }
  });

  it.each<[string, Point, string]>([
    ["Mopti", [-4.18, 14.49], "ML-5"],
    ["Gao", [-0.05, 16.27], "ML-7"],
    ["Ouagadougou", [-1.53, 12.37], "BF-KAD"],
    ["Niamey", [2.11, 13.52], "NE-8"],
    ["Tamale", [-0.84, 9.4], "GH-NP"],
  ])("have %s in its unit and in no other", (_, town, id) => {
    expect(units.filter((unit) => isInside([unit], town)).map((unit) => unit.id)).toEqual([id]);
  });

  it("draw neither Ménaka nor Bandiagara, which are newer", () => {
    expect([unitOf("ML-5").length, unitOf("ML-10").length]).toEqual([1, 0]);
    expect(units.filter(({ name }) => /M[eé]naka|Bandiagara/u.test(name))).toEqual([]);
  });
});

describe("readOutlines", () => {
  const read = (content: string) => readOutlines([{ path, bytes: Buffer.from(content) }]);

  it.each([
    ["no JSON", "{"],
    ["another object", "{}"],
    ["bytes", "\u0000\uFFFD"],
    ["a cut file", bytes.toString().slice(0, 5000)],
    [
      "an arc that is missing",
      bytes
        .toString()
        .replace(/"arcs":\[\[\[.*?\]\]\]/u, '"arcs":[]')
        .replace(/"arcs":\[\[\d+/u, '"arcs":[[999999'),
    ],
  ])("reports %s", (_, content) => {
    expect(read(content)).toEqual({
      units: [],
      anchors: [],
      issues: [{ code: "extract/bad-outlines", at: { file: path, line: null, column: null } }],
    });
  });

  it("has nothing to report without files", () => {
    expect(readOutlines([])).toEqual({ units: [], anchors: [], issues: [] });
  });
});
