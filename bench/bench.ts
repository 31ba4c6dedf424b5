import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { makeReleases } from "#tests/builders/many-releases.ts";
import { changeTenCells, enlarge } from "./enlarge.ts";

/**
 * Measures whole runs and their parts, each in a process of its own: `npm run bench`, or `npm run bench -- 1 10` for
 * some sizes only, or `npm run bench -- releases` for stores of many releases. CPU seconds are those of all threads; they and memory say more than seconds on a machine that
 * others use too. Compare within one run of this program, never between two.
 */
const SEED = 20170302;
const asked = process.argv.slice(2);
const sizes = asked.length > 0 ? asked.filter((word) => word !== "releases").map(Number) : [1, 10, 100];
/** How many releases a store holds. */
const RELEASES = asked.length === 0 || asked.includes("releases") ? [1, 10, 100, 500] : [];

const Usage = z.object({ cpu: z.number(), seconds: z.number(), peakMb: z.number() });
type Usage = z.infer<typeof Usage>;

const scratch = mkdtempSync(join(tmpdir(), "jnim-bench-"));
const PROJECT = join(import.meta.dirname, "..");

/** The command line, as a user starts it. */
function command(words: readonly string[], options: readonly string[] = []): Usage {
  const usage = join(scratch, "usage.json");
  const preload = ["--import", join(import.meta.dirname, "report-usage.mjs")];
  const child = spawnSync(process.execPath, [...options, ...preload, "pipeline/start.mjs", ...words], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: "", USAGE_FILE: usage },
  });
  if (child.status !== 0)
    throw new Error(`${words.join(" ")} ended with ${child.status ?? child.signal}.\n${child.stderr}`);
  return Usage.parse(JSON.parse(readFileSync(usage, "utf8")));
}

/** V8 collects no sooner than it must, so that a process shows how much it needs only where its heap is capped. */
const CAPPED = ["--max-old-space-size=400", "--max-semi-space-size=32"];
/** For what holds everything: no more than Node gives it on a large machine. */
const LARGE = ["--max-old-space-size=4000"];

/** One part of the work, with options of Node's. */
function part(kind: string, places: readonly string[], options: readonly string[]): Usage {
  const words = [...options, "--import", "tsx", join(import.meta.dirname, "work.ts"), kind, ...places];
  const child = spawnSync(process.execPath, words, {
    cwd: PROJECT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`The ${kind} ended with ${child.status ?? child.signal}.`);
  return Usage.parse(JSON.parse(child.stdout));
}

async function measure(times: number) {
  const home = join(scratch, String(times));
  const raw = join(home, "raw");
  await enlarge(join(PROJECT, "raw"), raw, { times, seed: SEED });
  const folders = [
    "--raw",
    raw,
    "--dist",
    join(home, "dist"),
    "--staged",
    join(home, "staged"),
    "--texts",
    join(home, "no-texts"),
  ];
  const run = (options: readonly string[] = []) => command(["run", ...folders, "--date", "2026-01-01"], options);
  const first = run(CAPPED);
  const places = [raw, join(home, "dist", "releases", "1.0.0")];
  const parts = {
    "canonical files": part("canonical files", places, CAPPED),
    "canonical files and JSON": part("canonical files and JSON", places, CAPPED),
    "bare csv-parse + csv-stringify": part("bare", places, LARGE),
    "the same, streamed": part("streamed bare", places, LARGE),
  };
  const idle = Math.min(...Array.from({ length: 5 }, () => command(["--version"]).cpu));
  const noOp = Math.min(...Array.from({ length: 5 }, () => run().cpu));
  changeTenCells(raw);
  const changed = run(CAPPED);
  rmSync(home, { recursive: true, force: true });
  return { times, first, changed, parts, idle, noOp };
}

/** The least CPU and the highest peak of runs with nothing to do, after one that verifies all releases. */
async function measureStore() {
  const home = join(scratch, "store");
  const folders = ["--raw", "raw", "--dist", join(home, "dist"), "--staged", join(home, "staged")];
  const run = () => command(["run", ...folders, "--texts", join(home, "no-texts")]);
  run();
  const idle = Math.min(...Array.from({ length: 5 }, () => command(["--version"]).cpu));
  for (const number of RELEASES) {
    await makeReleases(join(home, "dist"), number);
    run();
    const noOps = Array.from({ length: 5 }, run);
    const [cpu, peakMb] = [Math.min(...noOps.map((run) => run.cpu)), Math.max(...noOps.map((run) => run.peakMb))];
    target(`${number} releases: a run with nothing to do, over --version`, cpu - idle, 0.15, " s");
    target(`${number} releases: its peak`, peakMb, 120, " MB");
  }
}

const row = (name: string, { cpu, seconds, peakMb }: Usage) =>
  console.log(
    `${name.padEnd(34)}${cpu.toFixed(1).padStart(8)}${seconds.toFixed(1).padStart(8)}${String(peakMb).padStart(8)}`,
  );

const target = (words: string, value: number, most: number, unit = "") =>
  console.log(`${value <= most ? "  " : "! "}${words}: ${value.toFixed(2)}${unit} (at most ${most}${unit})`);

try {
  const measured: Awaited<ReturnType<typeof measure>>[] = [];
  for (const times of sizes) {
    const size = await measure(times);
    measured.push(size);
    console.log(`\n${times}x`.padEnd(35) + "CPU s       s peak MB".padStart(24));
    row("first run", size.first);
    row("run with ten changed cells", size.changed);
    for (const [name, usage] of Object.entries(size.parts)) row(name, usage);
    console.log(
      `--version ${size.idle.toFixed(2)} s of CPU, a run with nothing to do ${size.noOp.toFixed(2)} (least of 5)`,
    );
  }
  console.log("");
  const [one, ten, hundred] = [1, 10, 100].map((times) => measured.find((size) => size.times === times));
  for (const { times, first, changed } of measured)
    target(`${times}x: a run against a previous release, over a first run`, changed.cpu / first.cpu, 1.3);
  if (one !== undefined) {
    target("1x: a first run", one.first.cpu, 4, " s");
    target("a run with nothing to do, over --version", one.noOp - one.idle, 0.15, " s");
  }
  if (ten !== undefined && hundred !== undefined) target("100x over 10x", hundred.first.cpu / ten.first.cpu, 9);
  if (hundred !== undefined) {
    const { "canonical files": canonical, "bare csv-parse + csv-stringify": bare } = hundred.parts;
    target("100x: canonical files over the bare", canonical.cpu / bare.cpu, 1.8);
    target("100x: canonical files, peak", canonical.peakMb, 600, " MB");
    target("100x: a first run, peak", hundred.first.peakMb, 1024, " MB");
  }
  if (RELEASES.length > 0) await measureStore();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
