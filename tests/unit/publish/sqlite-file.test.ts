import { writeFileSync } from "node:fs";
import sqlite from "node-sqlite3-wasm";
import { describe, expect, it } from "vitest";
import { inScratchFile } from "#pipeline/io/scratch-file.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { sqliteFile } from "#pipeline/publish/sqlite-file.ts";
import { aPublishedRow, hardValues, someTables } from "#tests/builders/release.ts";

const tables = sortTables(someTables());

/** The rows that a query finds in the file. */
async function ask(bytes: Uint8Array, sql: string): Promise<unknown> {
  let rows: unknown;
  await inScratchFile((path) => {
    writeFileSync(path, bytes);
    const database = new sqlite.Database(path, { readOnly: true });
    rows = database.all(sql);
    database.close();
  });
  return rows;
}

describe("the SQLite file", () => {
  it("is the same to the byte for the same data, and whole", async () => {
    const [a, b] = [await sqliteFile(tables, inScratchFile), await sqliteFile(tables, inScratchFile)];
    expect(Buffer.from(a.bytes).equals(b.bytes)).toBe(true);
    expect(await ask(a.bytes, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });

  it("holds every row, with numbers as numbers and texts as texts", async () => {
    const { bytes } = await sqliteFile(tables, inScratchFile);
    for (const { name, rows } of tables)
      expect(await ask(bytes, `SELECT count(*) AS n FROM "${name}"`)).toEqual([{ n: rows.length }]);
    expect(await ask(bytes, "SELECT name, longitude, typeof(longitude) AS type FROM places")).toEqual([
      { name: "Farabougou", longitude: hardValues.longitude, type: "real" },
      { name: hardValues.name, longitude: null, type: "null" },
    ]);
  });

  it("shows each record beside its sentences", async () => {
    const { bytes } = await sqliteFile(tables, inScratchFile);
    expect(
      await ask(bytes, "SELECT record_id, locator FROM expansion_timeline_sentences ORDER BY line, locator"),
    ).toEqual([
      { record_id: "exp-014", locator: "p12s3" },
      { record_id: "exp-014", locator: "p1s2" },
    ]);
  });

  it("is not written with a pointer into nothing", async () => {
    const broken = sortTables(
      new Map([...someTables(), ["events", [aPublishedRow("events", { place_id: "atlantis" })]]]),
    );
    await expect(sqliteFile(broken, inScratchFile)).rejects.toThrow("breaks its own keys");
  });
});
