import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { JOURNAL } from "#pipeline/io/journal-file.ts";
import type { Ended } from "./program.ts";
import { prepareScenes, type Scene } from "./scenes.ts";
import { faultOfLatest, listTree } from "./tree.ts";

/**
 * Kills (SIGKILL) every command that writes, at more than 200 points in all: before an operation on the files of raw/,
 * texts/, staged/ or dist/, or during one. Asserts after each: `latest` is one whole release, or gone, and then the next call
 * makes it and says so; raw/, texts/ and staged/ hold all old or all new files, or a journal; the site and each edition of
 * event data are the whole old or new one, or gone, and then the next call says so; a command that only reads works or names what is unfinished; and the next
 * call ends like an undisturbed one, with the same bytes and nothing beside them.
 *
 * Every rename and deletion that readers see is among the points. The others are spread over all other operations, most
 * of which write temporary files.
 *
 * `--only NAME` plays the scenes whose name has that word. With DOCUMENTS_DIR, the documents of the real raw/ are
 * relocated too.
 */
const AT_LEAST = 200;
const AT_ONCE = 2;

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const scratch = mkdtempSync(join(tmpdir(), "jnim-crash-"));

/** How often there was no `latest` after a kill, and no site and no edition where there had been one. */
const gone = { latest: 0, site: 0, edition: 0 };

/** What the folder of a scene holds, apart from what differs from run to run. */
interface Content {
  readonly dist: readonly string[];
  readonly raw: readonly string[];
  readonly staged: readonly string[];
  readonly texts: readonly string[];
}

/** A point in the life of a process: `12`, before its 12th operation, or `12:torn`, during it. */
interface Point {
  readonly scene: Scene;
  readonly at: string;
  readonly operation: string;
  readonly before: Content;
  /** What there is after a call that nothing disturbed, and its exit code. */
  readonly expected: Content;
  readonly code: number | null;
}

async function main(): Promise<number> {
  const points: Point[] = [];
  const documents = process.env.DOCUMENTS_DIR === "" ? undefined : process.env.DOCUMENTS_DIR;
  for (const scene of await prepareScenes(scratch, documents)) {
    if (!scene.name.includes(values.only)) continue;
    const chosen = choosePoints(await findPoints(scene), scene.points);
    console.log(`${scene.name}: ${chosen.length} kills`);
    points.push(...chosen);
  }
  const atMost = pLimit(AT_ONCE);
  const tried = points.map((point, number) =>
    atMost(async () => {
      const found = await tryPoint(point, number);
      for (const fault of found) console.error(fault);
      return found;
    }),
  );
  const faults = (await Promise.all(tried)).flat();
  const torn = points.filter(({ at }) => at.endsWith("torn")).length;
  console.log(
    `${points.length} kills, ${torn} of them during an operation, ${gone.latest} while there was no latest, ${gone.site} no site, ${gone.edition} no edition of event data: ${faults.length} faults.`,
  );
  return faults.length === 0 && (values.only !== "" || points.length >= AT_LEAST) ? 0 : 1;
}

/** Plays a scene undisturbed, and lists every point at which it could be killed. */
async function findPoints(scene: Scene): Promise<Point[]> {
  const folder = join(scratch, "undisturbed");
  copy(scene.before, folder);
  const before = contentOf(folder);
  const log = join(scratch, "operations.log");
  const ended = await scene.start(folder, { CRASH_LOG: log });
  if (ended.signal !== null || ended.code === null || ended.code > 1)
    throw new Error(`The undisturbed ${scene.name} failed:\n${ended.stderr}`);
  const expected = contentOf(folder);
  rmSync(folder, { recursive: true });
  const operations = readFileSync(log, "utf8").trimEnd().split("\n");
  return operations.flatMap((line, index): Point[] => {
    const operation = line.slice("whole ".length).replaceAll(folder, "");
    const point = { scene, at: String(index + 1), operation, before, expected, code: ended.code };
    return line.startsWith("tears ") ? [point, { ...point, at: `${index + 1}:torn` }] : [point];
  });
}

function choosePoints(all: readonly Point[], wanted: number): Point[] {
  if (wanted >= all.length) return [...all];
  const seen = all.filter(({ operation }) => /^(rename|unlink|symlink|rm)/u.test(operation));
  const others = all.filter((point) => !seen.includes(point));
  const chosen = spread(seen, Math.min(seen.length, wanted));
  return [...chosen, ...spread(others, wanted - chosen.length)];
}

/** Evenly spread, the first and the last among them. */
function spread<T>(all: readonly T[], wanted: number): T[] {
  const step = wanted < 2 ? 0 : (all.length - 1) / (wanted - 1);
  return Array.from({ length: wanted }, (_, number) => all.slice(Math.round(number * step))[0]).filter(
    (point) => point !== undefined,
  );
}

async function tryPoint({ scene, at, operation, before, expected, code }: Point, number: number): Promise<string[]> {
  const folder = join(scratch, `case-${number}`);
  copy(scene.before, folder);
  const killed = await scene.start(folder, { CRASH_AT: at });
  const seen = [
    ...faultsOfRelease(folder, scene),
    ...faultsOfReplaced(folder, { before, expected }),
    ...faultsOfSite(folder, { before, expected }),
    ...(scene.read === undefined ? [] : faultsOfReader(folder, await scene.read(folder))),
  ];
  const isGone = before.dist.length > 0 && !existsSync(join(folder, "dist/latest"));
  if (isGone) gone.latest += 1;
  const isSiteGone = siteOf(before) !== "" && !existsSync(join(folder, "dist/site"));
  if (isSiteGone) gone.site += 1;
  const isEditionGone = goneEditions(contentOf(folder), before).length > 0;
  if (isEditionGone) gone.edition += 1;
  const next = await scene.start(folder);
  const after = contentOf(folder);
  const faults = [
    ...(killed.signal === "SIGKILL" ? [] : [`was not killed: exit ${killed.code}, ${killed.stderr}`]),
    ...seen,
    ...(next.code === code ? [] : [`the next ended with ${next.code}: ${next.stderr}`]),
    ...(isGone && !MENDED.test(next.stderr) ? [`latest was gone, and the next did not say so: ${next.stderr}`] : []),
    ...(isSiteGone && !next.stderr.includes(PUT_BACK)
      ? [`the site was gone, and the next did not say so: ${next.stderr}`]
      : []),
    ...(isEditionGone && !next.stderr.includes(EDITION_PUT_BACK)
      ? [`an edition was gone, and the next did not say so: ${next.stderr}`]
      : []),
    ...differences(after, expected).map((words) => `the next left something else: ${words}`),
  ];
  rmSync(folder, { recursive: true, force: true });
  return faults.map((fault) => `${scene.name}, killed at ${at} (${operation}): ${fault}`);
}

const MENDED = /latest was missing; copied again from/u;
const PUT_BACK = "The old site was put back.";
const EDITION_PUT_BACK = "The old edition was put back.";

function faultsOfRelease(folder: string, { isOfClone = false }: Scene): string[] {
  const fault = faultOfLatest(join(folder, "dist"), isOfClone);
  return fault === null ? [] : [`latest was not whole: ${fault}`];
}

/** Without a journal, the files that readers see are all old or all new. */
function faultsOfReplaced(folder: string, { before, expected }: Pick<Point, "before" | "expected">): string[] {
  const found = contentOf(folder);
  const editions = goneEditions(found, before);
  return (["raw", "staged", "texts"] as const).flatMap((name) => {
    if (existsSync(join(folder, name, JOURNAL))) return [];
    const visible = visibleOf(found[name]);
    const isThere = (line: string) => name !== "staged" || !editions.some((edition) => line.startsWith(edition));
    const isOneOf = [before[name], expected[name]].some((lines) => visibleOf(lines.filter(isThere)) === visible);
    return isOneOf ? [] : [`${name}/ was left with files of both: ${differences(found, before).join(" ")}`];
  });
}

/** The folders of the editions of event data that were there before. */
const goneEditions = (found: Content, before: Content): string[] =>
  editionsOf(before).filter((edition) => !editionsOf(found).includes(edition));

const editionsOf = ({ staged }: Content): string[] =>
  staged.flatMap((line) => /^(events\/[^/]+\/[^/.][^/]*\/)edition\.json /u.exec(line)?.[1] ?? []);

/** The site, if it is there, is all old or all new. */
function faultsOfSite(folder: string, { before, expected }: Pick<Point, "before" | "expected">): string[] {
  const found = siteOf(contentOf(folder));
  const isOneOf = ["", siteOf(before), siteOf(expected)].includes(found);
  return isOneOf ? [] : ["the site was left with files of both, or without some"];
}

/** The files of the site; nothing if there is none. */
const siteOf = ({ dist }: Content) => dist.filter((line) => line.startsWith("site/")).join("\n");

/** The files that readers see. */
const visibleOf = (lines: readonly string[]) =>
  lines.filter((line) => !/(^|\/)\./u.test(line) && !/\/$/u.test(line)).join("\n");

function faultsOfReader(folder: string, { code, stderr }: Ended): string[] {
  const isUnfinished = existsSync(join(folder, "raw", JOURNAL));
  if (!isUnfinished) return code === 0 ? [] : [`a reading command ended with ${code}: ${stderr}`];
  const isNamed =
    /^\S+ is unfinished: `(?:documents [a-z -]+|events [a-z -]+|sheet --read)` was interrupted .*run: npm run pipeline -- validate\n$/u.test(
      stderr,
    );
  return code === 1 && isNamed ? [] : [`a reading command did not name what is unfinished: exit ${code}, ${stderr}`];
}

const copy = (from: string, to: string) => cpSync(from, to, { recursive: true, verbatimSymlinks: true });

/** The log of runs has the times of runs, and the list of verified releases those of files. */
const contentOf = (folder: string): Content => ({
  dist: listTree(join(folder, "dist")),
  raw: listTree(join(folder, "raw")),
  staged: listTree(join(folder, "staged")).filter((line) => !/^(runs\.ndjson|releases-verified\.json) /u.test(line)),
  texts: listTree(join(folder, "texts")),
});

function differences(found: Content, expected: Content): string[] {
  return (["dist", "raw", "staged", "texts"] as const).flatMap((name) => {
    const more = found[name].filter((line) => !expected[name].includes(line)).map((line) => `+${name}/${line}`);
    const less = expected[name].filter((line) => !found[name].includes(line)).map((line) => `-${name}/${line}`);
    const all = [...more, ...less];
    return all.length === 0 ? [] : [all.slice(0, 5).join(" ")];
  });
}

try {
  process.exitCode = await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
