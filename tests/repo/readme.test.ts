import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

const PROJECT = join(import.meta.dirname, "../..");
const readme = readFileSync(join(PROJECT, "README.md"), "utf8");

/** The rows of the first table after a mark, as cells. */
function tableAfter(mark: string): string[][] {
  const [, after = ""] = readme.split(mark);
  const lines = after.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("README.md", () => {
  it("shows five rows as the release that it names has them, which never changes", () => {
    const [mark = "", version = ""] = /<!-- rows: ([\d.]+) -->/u.exec(readme) ?? [];
    const [header = [], , ...shown] = tableAfter(mark).slice(0, 7);
    expect(readme).toContain(`as release ${version} has them`);
    const file = join(PROJECT, "dist/releases", version, "data/expansion_timeline.csv");
    const rows: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true });
    expect(shown).toHaveLength(5);
    for (const cells of shown) {
      const row = rows.find(({ record_id }) => record_id === cells[0]);
      expect(cells).toEqual(header.map((column) => row?.[column] ?? ""));
    }
  });
});
