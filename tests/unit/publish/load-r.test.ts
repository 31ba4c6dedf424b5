import { describe, expect, it } from "vitest";
import { loadR } from "#pipeline/publish/load-r.ts";
import { factsOf } from "#pipeline/publish/release-facts.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { csvFile } from "#pipeline/publish/table-files.ts";
import { someTables } from "#tests/builders/release.ts";

const tables = sortTables(someTables());
const files = new Map(
  tables
    .map(csvFile)
    .map(factsOf)
    .map((facts) => [facts.path, facts]),
);
const script = loadR({ tables, files, release: { version: "1.0.0", created: "2026-11-24" } });

describe("load.R", () => {
  it.each(tables)("knows the hash and the columns of $name", ({ name, fields }) => {
    expect(script).toContain(`sha256 = "${files.get(`data/${name}.csv`)?.sha256}"`);
    for (const field of fields) expect(script).toContain(`"${field.name}" = `);
  });

  it("is ASCII, so that it reads the same in every locale", () => {
    expect(script).toMatch(/^[\x20-\x7e\n]*$/u);
    expect(script).toContain('"CIV" = "C\\u{f4}te d\'Ivoire"');
  });
});
