import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DuckDb, openDuckDb } from "#pipeline/io/duckdb.ts";
import { formatFault } from "#pipeline/io/faults.ts";

let folder: string;
let db: DuckDb;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jnim-duckdb-"));
  db = await openDuckDb({ memoryMb: 100, threads: 1, spillTo: join(folder, "spill") });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const faultOf = (sql: string) =>
  db.run(sql).then(
    () => "no error",
    (error: unknown) => formatFault(error),
  );

it.runIf(existsSync("/dev/full"))("says in one line, with the place, that a disk is full", async () => {
  const sql = "COPY (SELECT * FROM range(100000)) TO '/dev/full' (FORMAT csv, USE_TMP_FILE false)";
  expect(await faultOf(sql)).toBe("The disk is full at /dev/full.");
});

it("says in one line that a query needs more memory than there is", async () => {
  await db.run("SET max_temp_directory_size = '1MB'");
  const sql =
    "CREATE TABLE much AS SELECT range::VARCHAR || repeat('x', 100) AS text FROM range(5000000) ORDER BY random()";
  expect(await faultOf(sql)).toMatch(/^The query needs more than 100 MB of memory, and more than the disk of [^\n]+$/u);
});

it("leaves a mistake in a query as it is", async () => {
  await expect(db.run("SELECT x")).rejects.toThrow("Binder Error");
});
