import { writeFileSync } from "node:fs";
import sqlite from "node-sqlite3-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { inScratchFile } from "#pipeline/io/scratch-file.ts";
import { sortTables } from "#pipeline/publish/sorted-tables.ts";
import { sqliteFile } from "#pipeline/publish/sqlite-file.ts";
import { aPublishedRow, hardValues, someTables } from "#tests/builders/release.ts";

const tables = sortTables(someTables());
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = (await sqliteFile(tables, inScratchFile)).bytes;
});

/** The rows that a query finds in the file. */
async function ask(sql: string): Promise<unknown> {
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
    const again = await sqliteFile(tables, inScratchFile);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
    expect(await ask("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });

  it("holds every row, with numbers as numbers and texts as texts", async () => {
    const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*) AS n FROM "${name}"`);
    expect(await ask(counts.join(" UNION ALL "))).toEqual(tables.map(({ name, rows }) => ({ name, n: rows.length })));
    expect(await ask("SELECT name, longitude, typeof(longitude) AS type FROM places")).toEqual([
      { name: "Farabougou", longitude: hardValues.longitude, type: "real" },
      { name: hardValues.name, longitude: null, type: "null" },
    ]);
  });

  it("shows each record beside its sentences", async () => {
    expect(await ask("SELECT record_id, locator FROM expansion_timeline_sentences ORDER BY line, locator")).toEqual([
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
