import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { type Blow, type Ended, publishOnce, runPipeline } from "./program.ts";
import { faultOfLatest, listTree } from "./tree.ts";

/**
 * Kills a process (SIGKILL) at 200 points spread over publishing, before an operation on the files of dist/ or in the
 * midst of one, and asserts after each: `latest` is one whole release, and the next run ends like an undisturbed one,
 * with the same bytes.
 *
 * Most operations write a release that no reader sees yet. Half of the points, if there are so many, are therefore at
 * the others: at the lock, at the rename that publishes, and at what lies above the releases.
 *
 * At 24 of the points the process is `run` itself; at the others it makes the same calls with made-up records, which
 * takes less time.
 */
const POINTS = 200;
const POINTS_OF_RUN = 24;
const AT_ONCE = 2;

const scratch = mkdtempSync(join(tmpdir(), "jnim-crash-"));

/** A process that publishes: the first release, or one after it. */
interface Scene {
  readonly name: string;
  readonly points: number;
  readonly start: (dist: string, blow?: Blow) => Promise<Ended>;
  /** What dist/ holds before, or `null` for nothing. */
  readonly before: string | null;
}

/** A point in the life of a run: `12`, before its 12th operation, or `12:torn`, in the midst of it. */
interface Point {
  readonly scene: Scene;
  readonly at: string;
  readonly operation: string;
  /** What dist/ holds after a run that nothing disturbed. */
  readonly expected: readonly string[];
}

async function main(): Promise<number> {
  const points: Point[] = [];
  for (const scene of prepareScenes()) points.push(...choosePoints(await findPoints(scene), scene.points));
  const atMost = pLimit(AT_ONCE);
  const faults = (await Promise.all(points.map((point, number) => atMost(() => tryPoint(point, number))))).flat();
  for (const fault of faults.slice(0, 10)) console.error(fault);
  const torn = points.filter(({ at }) => at.endsWith("torn")).length;
  console.log(`${points.length} kills, ${torn} of them in the midst of an operation: ${faults.length} faults.`);
  return faults.length === 0 && points.length === POINTS ? 0 : 1;
}

/** Where a scene leaves what it publishes when nothing disturbs it. */
const undisturbed = (name: string) => join(scratch, name.replaceAll(" ", "-"));

function prepareScenes(): Scene[] {
  const { one, two } = prepareRaws();
  const [ofRun, ofOthers] = [POINTS_OF_RUN / 2, (POINTS - POINTS_OF_RUN) / 2];
  return [
    {
      name: "first made-up release",
      points: ofOthers,
      before: null,
      start: (dist, blow) => publishOnce(dist, 1, blow),
    },
    {
      name: "second made-up release",
      points: ofOthers,
      before: undisturbed("first made-up release"),
      start: (dist, blow) => publishOnce(dist, 2, blow),
    },
    { name: "first release", points: ofRun, before: null, start: (dist, blow) => runPipeline(one, dist, blow) },
    {
      name: "second release",
      points: ofRun,
      before: undisturbed("first release"),
      start: (dist, blow) => runPipeline(two, dist, blow),
    },
  ];
}

/** Raw data for two releases: those of a golden case, and the same with a place more. */
function prepareRaws(): { one: string; two: string } {
  const golden = join(import.meta.dirname, "..", "golden", "all-well", "raw");
  const more = join(scratch, "raw");
  cpSync(golden, more, { recursive: true });
  const places = join(more, "coded", "places.csv");
  const [, first = ""] = readFileSync(places, "utf8").split("\n");
  appendFileSync(places, `${first.replace(/^[^,]+/u, "another-place")}\n`);
  return { one: golden, two: more };
}

/** Plays a scene undisturbed, and lists every point at which it could be killed. */
async function findPoints(scene: Scene): Promise<Point[]> {
  const dist = undisturbed(scene.name);
  if (scene.before !== null) copy(scene.before, dist);
  const log = join(scratch, "operations.log");
  const ended = await scene.start(dist, { CRASH_LOG: log });
  if (ended.code !== 0) throw new Error(`The undisturbed ${scene.name} failed:\n${ended.stderr}`);
  const expected = listTree(dist);
  const operations = readFileSync(log, "utf8").trimEnd().split("\n");
  return operations.flatMap((line, index): Point[] => {
    const point = {
      scene,
      at: String(index + 1),
      operation: line.slice("whole ".length).replaceAll(scratch, ""),
      expected,
    };
    return line.startsWith("tears ") ? [point, { ...point, at: `${index + 1}:torn` }] : [point];
  });
}

function choosePoints(all: readonly Point[], wanted: number): Point[] {
  const seen = all.filter(({ operation }) => !operation.includes("/.tmp-next-") || operation.startsWith("rename"));
  const unseen = all.filter((point) => !seen.includes(point));
  const ofSeen = Math.min(seen.length, Math.floor(wanted / 2));
  return [...spread(seen, ofSeen), ...spread(unseen, wanted - ofSeen)];
}

/** Evenly spread, the first and the last among them. */
function spread<T>(all: readonly T[], wanted: number): T[] {
  const step = (all.length - 1) / (wanted - 1);
  return Array.from({ length: wanted }, (_, number) => all.slice(Math.round(number * step))[0]).filter(
    (point) => point !== undefined,
  );
}

async function tryPoint({ scene, at, operation, expected }: Point, number: number): Promise<string[]> {
  const dist = join(scratch, `dist-${number}`);
  if (scene.before !== null) copy(scene.before, dist);
  const killed = await scene.start(dist, { CRASH_AT: at });
  const seen = faultOfLatest(dist);
  const hasLatest = existsSync(join(dist, "latest"));
  const next = await scene.start(dist);
  const tree = listTree(dist);
  const faults = [
    ...(killed.signal === "SIGKILL" ? [] : [`was not killed: exit ${killed.code}, ${killed.stderr}`]),
    ...(seen === null ? [] : [`latest was not whole: ${seen}`]),
    ...(scene.before === null || hasLatest ? [] : ["latest was gone"]),
    ...(next.code === 0 ? [] : [`the next run ended with ${next.code}: ${next.stderr}`]),
    ...(tree.join("\n") === expected.join("\n")
      ? []
      : [`the next run left something else: ${difference(tree, expected)}`]),
  ];
  for (const folder of [dist, `${dist}-staged`]) rmSync(folder, { recursive: true, force: true });
  return faults.map((fault) => `${scene.name}, killed at ${at} (${operation}): ${fault}`);
}

const copy = (from: string, to: string) => cpSync(from, to, { recursive: true, verbatimSymlinks: true });

function difference(found: readonly string[], expected: readonly string[]): string {
  const more = found.filter((line) => !expected.includes(line)).map((line) => `+${line}`);
  const less = expected.filter((line) => !found.includes(line)).map((line) => `-${line}`);
  return [...more, ...less].slice(0, 5).join(" ");
}

try {
  process.exitCode = await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
