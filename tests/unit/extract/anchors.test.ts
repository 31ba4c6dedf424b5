import { describe, expect, it } from "vitest";
import { readAnchors } from "#pipeline/extract/anchors.ts";

const path = "raw/outlines/anchors.csv";
const read = (lines: string) =>
  readAnchors({ path, bytes: Buffer.from(`place_id,longitude,latitude,note\n${lines}\n`) });

describe("the label anchors", () => {
  it("are points by the id of their place", () => {
    expect(read("central-mali,-4.4,14.9,Why there")).toEqual({
      anchors: [{ placeId: "central-mali", point: [-4.4, 14.9] }],
      issues: [],
    });
  });

  it.each([
    ["a longitude beyond the world", "a,181,1,", 2, "longitude"],
    ["a latitude that is no number", "a,1,north,", 2, "latitude"],
    ["a place that another line has", "a,1,1,\na,2,2,", 3, "place_id"],
    ["a line without a place", ",1,1,", 2, "place_id"],
    ["a line with a cell too few", "a,1,1", 2, null],
  ])("are none if there is %s", (_, lines, line, column) => {
    expect(read(lines)).toEqual({
      anchors: [],
      issues: [{ code: "extract/bad-outlines", at: { file: path, line, column } }],
    });
  });
});
