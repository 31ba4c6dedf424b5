import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeReleases } from "#tests/builders/many-releases.ts";
import { CAPPED, command, LARGE, PROJECT, part, scratch } from "./child.ts";
import { changeTenCells, enlarge } from "./enlarge.ts";
import { SiteUsage, Usage } from "./usage.ts";

/**
 * Measures whole runs and their parts, each in a process of its own: `npm run bench`, or `npm run bench -- 1 10` for
 * some sizes only, `npm run bench -- releases` for stores of many releases, or `npm run bench -- site` for the pages
 * (with sizes if some are named).
 * CPU seconds are those of all threads; they and memory say more than seconds on a machine that others use too. Compare
 * within one run of this program, never between two.
 */
const SEED = 20170302;
const asked = process.argv.slice(2);
const isAsked = (what: string) => asked.length === 0 || asked.includes(what);
const askedSizes = asked.map(Number).filter((times) => times > 0);
const sizes = askedSizes.length === 0 ? [1, 10, 100] : askedSizes;
/** Whether whole runs are measured: they are, unless something else is named. */
const isRunAsked = askedSizes.length === asked.length;
/** How many releases a store holds. */
const RELEASES = isAsked("releases") ? [1, 10, 100, 500] : [];

/** Enlarged raw data, and how to publish them, in a folder of their own. */
async function enlarged(times: number) {
  const home = join(scratch, String(times));
  const [raw, dist] = [join(home, "raw"), join(home, "dist")];
  await enlarge(join(PROJECT, "raw"), raw, { times, seed: SEED });
  const folders = ["--raw", raw, "--dist", dist, "--staged", join(home, "staged"), "--texts", join(home, "no-texts")];
  const run = (options: readonly string[] = []) => command(["run", ...folders, "--date", "2026-01-01"], options);
  return { home, raw, dist, run };
}

async function measure(times: number) {
  const { home, raw, run } = await enlarged(times);
  const first = run(CAPPED);
  const places = [raw, join(home, "dist", "releases", "1.0.0")];
  const parts = {
    "canonical files": part("canonical files", places, CAPPED, Usage),
    "canonical files and JSON": part("canonical files and JSON", places, CAPPED, Usage),
    "bare csv-parse + csv-stringify": part("bare", places, LARGE, Usage),
    "the same, streamed": part("streamed bare", places, LARGE, Usage),
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

/**
 * The pages of a release, by the code of the command `site`, but each is dropped as soon as it is made: 100 times the
 * rows give half a million files. Beside it, what it takes to read the release.
 */
async function measureSite(times: number) {
  const { home, dist, run } = await enlarged(times);
  run(LARGE);
  const pages = part("pages", [PROJECT, dist], LARGE, SiteUsage);
  const release = part("release of pages", [PROJECT, dist], LARGE, Usage);
  rmSync(home, { recursive: true, force: true });
  return { times, pages, release };
}

async function measureSites() {
  const out = join(scratch, "site");
  command(["site", "--out", out]);
  rmSync(out, { recursive: true, force: true });
  const written = command(["site", "--out", out]);
  rmSync(out, { recursive: true, force: true });
  const measured: Awaited<ReturnType<typeof measureSite>>[] = [];
  for (const times of sizes) measured.push(await measureSite(times));
  console.log(`\n${"pages".padEnd(34)}${"CPU s       s peak MB".padStart(24)}`);
  row("the project's releases, written", written);
  for (const { times, pages, release } of measured) {
    row(`${times}x: to read the release`, release);
    row(`${times}x: to make its pages`, pages);
    const { files, bytes, heaviest } = pages;
    console.log(`    ${files} files of ${Math.round(bytes / 1e6)} MB, heaviest page ${heaviest.path}`);
  }
  console.log("");
  target("the project's releases as pages", written.cpu, 5, " s");
  for (const { times, pages } of measured)
    target(`${times}x: the heaviest page after gzip`, pages.heaviest.bytes / 1000, 200, " kB");
  const [ten, hundred] = [10, 100].map((size) => measured.find(({ times }) => times === size));
  if (ten === undefined || hundred === undefined) return;
  target("100x over 10x", hundred.pages.cpu / ten.pages.cpu, 15);
  const { bytes, peakMb } = hundred.pages;
  target("100x: the peak over the size of all pages, which are never together", peakMb / (bytes / 1e6), 0.5);
}

const row = (name: string, { cpu, seconds, peakMb }: Usage) =>
  console.log(
    `${name.padEnd(34)}${cpu.toFixed(1).padStart(8)}${seconds.toFixed(1).padStart(8)}${String(peakMb).padStart(8)}`,
  );

const target = (words: string, value: number, most: number, unit = "") =>
  console.log(`${value <= most ? "  " : "! "}${words}: ${value.toFixed(2)}${unit} (at most ${most}${unit})`);

try {
  const measured: Awaited<ReturnType<typeof measure>>[] = [];
  for (const times of isRunAsked ? sizes : []) {
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
  if (isAsked("site")) await measureSites();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
