import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventQueries, type ParquetFile } from "#pipeline/events/current-editions.ts";
import { openEventEngine } from "#pipeline/io/event-engine.ts";
import { anEvent, writeEvents } from "#tests/builders/event-parquet.ts";

let staged: string;
beforeEach(() => {
  staged = mkdtempSync(join(tmpdir(), "jnim-it's-[events]-"));
});
afterEach(() => rmSync(staged, { recursive: true }));

const ALL =
  "WITH counted AS (SELECT * FROM events) SELECT event_id, event_edition, year, longitude FROM counted ORDER BY event_id";

async function query(files: readonly ParquetFile[], sql = ALL) {
  const engine = await openEventEngine(eventQueries(files), join(staged, "spill"));
  try {
    return await engine.run({ sql }, []);
  } finally {
    await engine.close();
  }
}

test("events of all years and sources are one table", async () => {
  const files = await writeEvents(staged, [
    anEvent({ event_id: "2", date_start: "2022-01-01" }),
    anEvent({ event_id: "1", longitude: 3 }),
    anEvent({ event_id: "3", event_source: "acled", event_edition: "2024-01-01" }),
  ]);
  expect(files).toHaveLength(3);
  expect(await query(files)).toEqual([
    { event_id: "1", event_edition: "23.1", year: 2021, longitude: 3 },
    { event_id: "2", event_edition: "23.1", year: 2022, longitude: -4.2 },
    { event_id: "3", event_edition: "2024-01-01", year: 2021, longitude: -4.2 },
  ]);
});

test("of an event in several editions, the newest counts", async () => {
  const files = await writeEvents(staged, [
    anEvent({ event_id: "1", event_edition: "22.1" }),
    anEvent({ event_id: "2", event_edition: "22.1" }),
    anEvent({ event_id: "1", event_edition: "22.2", date_start: "2020-01-01" }),
  ]);
  expect(await query(files)).toMatchObject([
    { event_id: "1", event_edition: "22.2", year: 2020 },
    { event_id: "2", event_edition: "22.1", year: 2021 },
  ]);
});

test("without files there are no events", async () => {
  expect(await query([])).toEqual([]);
});

test("small tables stand beside the events, and a later table replaces an earlier one", async () => {
  const engine = await openEventEngine(eventQueries(await writeEvents(staged, [anEvent()])), join(staged, "spill"));
  const wanted = (id: string) => ({
    name: "wanted",
    columns: { event_id: "VARCHAR", weight: "DOUBLE", note: "VARCHAR" } as const,
    rows: [{ event_id: id, weight: 2, note: null }],
  });
  const sql =
    "WITH a AS (SELECT * FROM wanted) SELECT event_id, weight, note FROM a INNER JOIN events USING (event_id)";
  expect(await engine.run({ sql }, [wanted("1001")])).toEqual([{ event_id: "1001", weight: 2, note: null }]);
  expect(await engine.run({ sql }, [wanted("1002")])).toEqual([]);
  await engine.close();
});

test.each([
  ["is cut off", (path: string) => truncateSync(path, 300)],
  ["is missing", (path: string) => rmSync(path)],
  ["is another file", (path: string) => writeFileSync(path, "event_id\n1\n")],
])("if a file %s, the folder of its edition is named in one line", async (_, damage) => {
  const files = await writeEvents(staged, [anEvent(), anEvent({ event_id: "2", event_edition: "22.1" })]);
  damage(files[0]?.path ?? "");
  await expect(query(files)).rejects.toThrow(/^The imported events in [^\n]+ucdp-ged\/22\.1 are damaged\. Delete/u);
});

test("what is wrong with a query is reported as it is", async () => {
  const files = await writeEvents(staged, [anEvent()]);
  await expect(query(files, "WITH a AS (SELECT 1 AS b) SELECT c FROM a")).rejects.toThrow("Binder Error");
});
