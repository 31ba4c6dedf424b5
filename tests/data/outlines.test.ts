import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { firstLevelUnits, isInside } from "#pipeline/core/outlines.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";

const OUTLINES = join(import.meta.dirname, "../../raw/outlines");

it("the outlines are those whose hash their README gives", () => {
  const [, sha256] =
    /SHA-256 of the result \| `([0-9a-f]{64})`/u.exec(readFileSync(join(OUTLINES, "README.md"), "utf8")) ?? [];
  expect(sha256Hex(readFileSync(join(OUTLINES, "admin1.topo.json")))).toBe(sha256);
});

describe("the label anchors", () => {
  const files = ["admin1.topo.json", "anchors.csv"].map((path) => ({
    path,
    bytes: readFileSync(join(OUTLINES, path)),
  }));
  const { units, anchors, issues } = readOutlines(files);
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(join(OUTLINES, "../coded/places.csv")), { columns: true, bom: true }));
  const places = new Map(rows.map((row) => [row.place_id, row]));

  it("can be read", () => expect(issues).toEqual([]));

  it.each(anchors)("are for places without coordinates, and lie in their country: $placeId", ({ placeId, point }) => {
    const place = places.get(placeId);
    expect(place).toMatchObject({ longitude: "", latitude: "", iso3: expect.stringMatching(/^[A-Z]{3}$/u) });
    const within = units.filter(({ country }) => country === place?.iso3);
    expect(isInside(within, point)).toBe(true);
    const unit = firstLevelUnits({ admin1: place?.admin1 || null, admin1_pcode: place?.admin1_pcode || null }, within);
    expect(unit.length === 0 || isInside(unit, point)).toBe(true);
  });
});
