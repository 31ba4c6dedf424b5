import type { Issue } from "#pipeline/core/issue.ts";
import type { Anchor } from "#pipeline/core/outlines.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { extractCells } from "./cells.ts";

const COLUMNS = ["place_id", "longitude", "latitude", "note"];

/** The label anchors of `raw/outlines/anchors.csv`. If a line cannot be read, it is reported, and there are none. */
export function readAnchors(file: DiskFile): {
  readonly anchors: readonly Anchor[];
  readonly issues: readonly Issue[];
} {
  const { rows, issues: faults } = extractCells(file, COLUMNS);
  const bad = (line: number | null, column: string | null): Issue => ({
    code: "extract/bad-outlines",
    at: { file: file.path, line, column },
  });
  const issues = faults.map(({ at }) => bad(at.line, at.column));
  const anchors = new Map<string, Anchor>();
  for (const { line, cells } of rows) {
    const [placeId = "", longitude = "", latitude = ""] = cells.map((cell) => cell.trim());
    if (placeId === "" || anchors.has(placeId)) issues.push(bad(line, "place_id"));
    if (!isDegrees(longitude, 180)) issues.push(bad(line, "longitude"));
    if (!isDegrees(latitude, 90)) issues.push(bad(line, "latitude"));
    anchors.set(placeId, { placeId, point: [Number(longitude), Number(latitude)] });
  }
  return { anchors: issues.length > 0 ? [] : [...anchors.values()], issues };
}

const isDegrees = (text: string, most: number) => /^-?\d+(?:\.\d+)?$/u.test(text) && Math.abs(Number(text)) <= most;
