import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { withSmallTables } from "#pipeline/events/small-table-sql.ts";
import type { EnginePlace, EngineRun, OpenedEngine } from "./engine-run.ts";
import { installPython } from "./install-engines.ts";
import { freePort } from "./open-trino.ts";
import { lastLines, type Program, runLines, start, waitForWords } from "./programs.ts";

const START_SECONDS = 300;
const QUERY_SECONDS = 600;

const Answer = z.union([
  z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  }),
  z.object({ error: z.string() }),
]);

/** Sail's server with two workers, asked by Spark's own client. */
export async function openSail(place: EnginePlace): Promise<OpenedEngine> {
  const installed = await installPython(place.cache, "sail");
  if ("skipped" in installed) return installed;
  const port = await freePort();
  const log = join(place.scratch, "sail-server.log");
  writeFileSync(log, "");
  const env = {
    SAIL_MODE: "local-cluster",
    SAIL_CLUSTER__WORKER_INITIAL_COUNT: "2",
    SAIL_CLUSTER__WORKER_MAX_COUNT: "2",
  };
  const words = ["spark", "server", "--ip", "127.0.0.1", "--port", String(port)];
  const server = start(join(installed.folder, "bin/sail"), words, { cwd: place.scratch, env, log });
  await waitForWords(server, log, "driver server is ready", START_SECONDS);
  return openClient("sail", { place, python: installed.folder, remote: `sc://127.0.0.1:${port}`, server });
}

/** Spark with two workers, each a process of its own. */
export async function openSpark(place: EnginePlace): Promise<OpenedEngine> {
  if (spawnSync("java", ["-version"]).status !== 0)
    return { skipped: "there is no Java for Spark: it needs a whole one" };
  const installed = await installPython(place.cache, "spark");
  if ("skipped" in installed) return installed;
  return openClient("spark", { place, python: installed.folder, remote: "", server: null });
}

interface Client {
  readonly place: EnginePlace;
  readonly python: string;
  readonly remote: string;
  readonly server: Program | null;
}

async function openClient(kind: "sail" | "spark", { place, python, remote, server }: Client): Promise<OpenedEngine> {
  const log = join(place.scratch, `${kind}.log`);
  writeFileSync(log, "");
  const folders = place.editions.map(({ source, edition }) => join(place.scratch, "events", source, edition));
  const program = start(join(python, "bin/python"), [join(import.meta.dirname, "run-spark.py"), kind, ...folders], {
    cwd: place.scratch,
    env: { SAIL_REMOTE: remote, SPARK_LOCAL_IP: "127.0.0.1", PYTHONDONTWRITEBYTECODE: "1" },
    log,
  });
  const stop = async () => {
    await program.stop();
    await server?.stop();
  };
  const { write, next } = runLines(program, log, "result ");
  const run: EngineRun = async (query, tables) => {
    write(JSON.stringify({ name: query.name, sql: withSmallTables(query, tables) }));
    const answer = Answer.parse(JSON.parse(await next(QUERY_SECONDS)));
    if ("error" in answer) throw new Error(answer.error.split("\n").slice(0, 3).join(" ").slice(0, 600));
    const { columns, rows } = answer;
    return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
  };
  try {
    await waitForWords(program, log, "ready\n", START_SECONDS);
    return { run, stop };
  } catch (error) {
    await stop();
    throw new Error(`${kind} did not start: ${lastLines(log)}`, { cause: error });
  }
}
