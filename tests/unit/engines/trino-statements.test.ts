import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trinoStatements } from "#tests/engines/trino-statements.ts";

const PAGE = readFileSync(join(import.meta.dirname, "../../../deploy/TRINO.md"), "utf8");

describe("deploy/TRINO.md", () => {
  it("prints the statements that are tried on a server", () => {
    for (const statement of trinoStatements([{ source: "ucdp-ged", edition: "23.1" }]))
      expect(PAGE).toContain(`${statement};`);
  });
});
