import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { describe, expect, it } from "vitest";
import { writeDatabase } from "#pipeline/publish/editions/database.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import { aPublishedRow, someEditionTables, someTables } from "#tests/builders/release.ts";

const workId = (at: number) => `work-${String(at).padStart(3, "0")}`;
const aWork = (work_id: string) => aPublishedRow("cited_works", { work_id, source_id: "acled-2023" });
/** A release in which some source cites these works. */
const works = (ids: readonly string[]): readonly EditionTable[] =>
  someEditionTables(new Map([...someTables(), ["cited_works", ids.map(aWork)]]));

function inScratchFile<T>(work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "jnim-database-"));
  try {
    const path = join(folder, "file");
    writeFileSync(path, "");
    return work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a database", () => {
  it("holds every row of a table that takes several statements to insert", () => {
    const ids = Array.from({ length: 45 }, (_, at) => workId(at));
    const found = inScratchFile((path) => {
      writeDatabase(path, works(ids));
      const database = new sqlite.Database(path, { readOnly: true });
      const rows = database.all("SELECT work_id FROM cited_works ORDER BY work_id");
      database.close();
      return rows.map(({ work_id }) => work_id);
    });
    expect(found).toEqual(ids);
  });

  it("is not written with two rows of one key", () => {
    const twice = works(["work-1"]).map((table) =>
      table.name === "cited_works" ? { ...table, rows: () => [aWork("work-1"), aWork("work-1")] } : table,
    );
    expect(() => inScratchFile((path) => writeDatabase(path, twice))).toThrow("UNIQUE");
  });

  it("opens with SQLite 3.31, which knows no STRICT tables", () => {
    const definitions = inScratchFile((path) => {
      writeDatabase(path, someEditionTables());
      const database = new sqlite.Database(path, { readOnly: true });
      const found = database.all("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").map(({ sql }) => String(sql));
      database.close();
      return found;
    });
    expect(definitions.length).toBeGreaterThan(publishedTableNames.length);
    for (const sql of definitions) expect(sql.slice(sql.lastIndexOf("\n"))).not.toMatch(/\bSTRICT\b/u);
  });

  it.each([
    ["places", "latitude", "north"],
    ["places", "where_prec", "one"],
    ["places", "where_prec", 1.5],
    ["places", "pcode_valid_from", "2021"],
    ["places", "kind", "planet"],
    ["errata", "is_certain", 2],
    ["errata", "is_certain", "TRUE"],
  ])("takes no value of another type: %s.%s = %j", (table, column, value) => {
    inScratchFile((path) => {
      writeDatabase(path, someEditionTables());
      const database = new sqlite.Database(path);
      try {
        expect(() => database.run(`UPDATE ${table} SET ${column} = ?`, [value])).toThrow("CHECK");
        if (table === "places") database.run(`UPDATE ${table} SET latitude = NULL, where_prec = NULL`);
      } finally {
        database.close();
      }
    });
  });

  it("has the bounds of as_of", () => {
    const columns = inScratchFile((path) => {
      writeDatabase(path, someEditionTables());
      const database = new sqlite.Database(path, { readOnly: true });
      const found = database.all("SELECT * FROM pragma_table_info('events')").map(({ name }) => name);
      database.close();
      return found;
    });
    expect(columns).toEqual(expect.arrayContaining(["as_of", "as_of_earliest", "as_of_latest"]));
  });
});
