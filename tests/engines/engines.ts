import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { eventQueries } from "#pipeline/events/current-editions.ts";
import type { SqlRow } from "#pipeline/events/engine.ts";
import { openEventEngine } from "#pipeline/io/event-engine.ts";
import { writeSeededEvents } from "#tests/builders/seeded-events.ts";
import type { EnginePlace, OpenedEngine } from "./engine-run.ts";
import { openSail, openSpark } from "./open-spark.ts";
import { openTrinoServer } from "./open-trino.ts";
import { endProgramsAtExit } from "./programs.ts";
import { type SeededQuery, seededQueries } from "./seeded-queries.ts";

/**
 * Runs every portable file of pipeline/events/sql over the same seeded events on each engine, and compares the SHA-256
 * of the rows with that of DuckDB: `npm run test:engines`, with `-- --only trino` for one engine, or with
 * `-- --events 1000000` for another number of events. Exits with 1 if rows differ or an engine fails. An engine that
 * cannot be had here is skipped, with the reason. All servers listen on loopback, and end with this process.
 */
const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, events: { type: "string", default: "100000" } },
});
const SEED = 20170302;
/** One source has most of the events. */
const SOURCES = [
  { source: "ucdp-ged", edition: "1.0", share: 0.8 },
  { source: "acled", edition: "1.0", share: 0.2 },
] as const;
/** Nothing takes longer, whatever hangs. */
const MOST_MINUTES = 60;

const engines: Readonly<Record<string, (place: EnginePlace) => Promise<OpenedEngine>>> = {
  trino: openTrinoServer,
  sail: openSail,
  spark: openSpark,
};

const hashOf = (rows: readonly SqlRow[]) => sha256Hex(rows.map((row) => JSON.stringify(row)).join("\n"));

const show = (...cells: readonly string[]) =>
  console.log(
    cells
      .map((cell, at) => cell.padEnd([8, 18, 18, 8, 8][at] ?? 0))
      .join(" ")
      .trimEnd(),
  );

/** Runs each query, shows its line, and returns the hashes in order. */
async function runAll(name: string, queries: readonly SeededQuery[], { run }: Pick<Ran, "run">): Promise<string[]> {
  const hashes: string[] = [];
  for (const { query, tables } of queries) {
    const started = performance.now();
    const rows = await run(query, tables);
    const hash = hashOf(rows);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    show(name, query.name, hash.slice(0, 16), String(rows.length), seconds);
    hashes.push(hash);
  }
  return hashes;
}

type Ran = Exclude<OpenedEngine, { readonly skipped: string }>;

/** What is wrong with an engine, in words; none if its rows are those of DuckDB, or if it is skipped. */
async function faultsOf(
  name: string,
  place: EnginePlace,
  queries: readonly SeededQuery[],
  expected: readonly string[],
) {
  const open = engines[name];
  if (open === undefined) return [`There is no engine ${name}.`];
  try {
    const opened = await open(place);
    if ("skipped" in opened) {
      show(name, `skipped: ${opened.skipped}`);
      return [];
    }
    try {
      const hashes = await runAll(name, queries, opened);
      return queries.flatMap(({ query }, at) =>
        hashes[at] === expected[at] ? [] : [`${name} gives other rows of ${query.name} than DuckDB.`],
      );
    } finally {
      await opened.stop();
    }
  } catch (error) {
    return [`${name} failed: ${error instanceof Error ? error.message : error}`];
  }
}

async function main(scratch: string): Promise<readonly string[]> {
  const cache = join(import.meta.dirname, "../../.scratch/engines");
  mkdirSync(cache, { recursive: true });
  const files = [];
  for (const [at, { share, ...named }] of SOURCES.entries()) {
    const events = Math.round(Number(values.events) * share);
    files.push(...(await writeSeededEvents(scratch, { ...named, events, seed: SEED + at })));
  }
  const duckdb = await openEventEngine(eventQueries(files), join(scratch, "spill"));
  const queries = await seededQueries(
    SOURCES.map(({ source }) => source),
    duckdb.run,
  );
  show("engine", "file", "rows' SHA-256", "rows", "seconds");
  const expected = await runAll("duckdb", queries, duckdb);
  await duckdb.close();
  const faults: string[] = [];
  for (const name of values.only === "" ? Object.keys(engines) : [values.only])
    faults.push(...(await faultsOf(name, { cache, scratch, editions: SOURCES }, queries, expected)));
  return faults;
}

endProgramsAtExit();
const scratch = mkdtempSync(join(tmpdir(), "jnim-engines-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
setTimeout(() => {
  console.log(`Stopped: it took more than ${MOST_MINUTES} minutes.`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();
const faults = await main(scratch);
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
