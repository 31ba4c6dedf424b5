import { describe, expect, it } from "vitest";
import { extract } from "#pipeline/extract/extract.ts";
import { stage } from "#pipeline/stage/stage.ts";
import { aRawInput } from "#tests/builders/raw.ts";

const { tables } = extract(aRawInput());

const stageIndex = (rows: readonly { readonly line: number; readonly cells: readonly string[] }[]) =>
  stage({ tables, indexes: [{ sourceId: "source-a", path: "source-a.index.csv", rows }] });

const entry = (locator: string, start: string) => [locator, "1", start, "4", "1", "a".repeat(64), "b".repeat(64)];

describe("staging a sentence index", () => {
  it("keeps the line of each row, also after one that is rejected", () => {
    const { indexes, issues } = stageIndex([
      { line: 3, cells: entry("p1s1", "0") },
      { line: 4, cells: entry("p1s2", "zero") },
      { line: 7, cells: entry("p1s3", "9") },
    ]);
    expect(issues).toMatchObject([{ code: "stage/bad-number", at: { line: 4, column: "start" } }]);
    expect(indexes.get("source-a")?.lines).toEqual([3, 7]);
  });

  it("reports two hundred thousand faulty rows without running out of stack", () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => ({ line: row + 2, cells: entry(`p${row + 1}s1`, "x") }));
    expect(stageIndex(rows).issues).toHaveLength(200_000);
  });
});
