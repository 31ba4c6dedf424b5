import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isEditionFile, isKeptInLatest } from "#pipeline/core/edition-files.ts";
import { filesBelow } from "#pipeline/io/release-folders.ts";
import { editSheet } from "#tests/builders/coding-workbook.ts";
import { eventFile, someEvents, type TrueEvent } from "#tests/builders/event-files.ts";
import { aPage } from "#tests/builders/intake.ts";
import { changeTexts, copyRawWithTexts, insertParagraph, writeRawWithTexts } from "#tests/builders/texts.ts";
import { BASE, writeRaw } from "#tests/golden/raw-files.ts";
import { type Blow, type Ended, publishOnce, runPipeline } from "./program.ts";

/** A process that writes to raw/, texts/, staged/ or dist/ of a folder. */
export interface Scene {
  readonly name: string;
  /** At how many points it is killed. */
  readonly points: number;
  /** The folder as it is before, which is copied for every kill. */
  readonly before: string;
  /** Whether it lacks the editions that Git does not keep. */
  readonly isOfClone?: boolean;
  readonly start: (folder: string, blow?: Blow) => Promise<Ended>;
  /** A command that only reads the folder, for which the process may have left something unfinished. */
  readonly read?: (folder: string) => Promise<Ended>;
}

const RUN = { words: ["run", "--date", "2026-11-24"], takes: ["raw", "staged", "dist"] } as const;
const CHECK = { ...RUN, words: [...RUN.words, "--check"] };
const VALIDATE = { words: ["validate"], takes: ["raw", "staged"] } as const;
const INDEX = { words: ["documents", "index"], takes: ["raw", "texts"] } as const;
const RELOCATE = { words: ["documents", "verify", "--relocate"], takes: ["raw", "texts"] } as const;
const ADD = {
  words: ["documents", "add", "page.html", "--id", "report-new", "--write"],
  takes: ["raw", "texts"],
} as const;
const ADD_AGAIN = {
  ...ADD,
  words: ["documents", "add", "page.html", "--id", "report-a", "--again", "--write"],
} as const;
const SUGGEST = {
  words: ["documents", "suggest", "report-a", "--before-coding"],
  takes: ["raw", "staged", "texts"],
} as const;
const IMPORT = {
  words: ["events", "import", "ged241.csv", "--as", "ucdp-ged"],
  takes: ["raw", "staged"],
} as const;
const IMPORT_AGAIN = { ...IMPORT, words: [...IMPORT.words, "--edition", "23.1"] } as const;
const MATCH = { words: ["events", "match", "--write"], takes: ["raw", "staged"] } as const;
const COUNTS = { words: ["events", "counts", "--write"], takes: ["raw", "staged"] } as const;
const REVIEW = { words: ["events", "review", "--out", "staged/review.csv"], takes: ["raw", "staged"] } as const;
const WITHDRAW = { words: ["withdraw", "--reason", "It endangers a person."], takes: ["dist"] } as const;
const EDITIONS = { words: ["editions", "1.0.0"], takes: ["dist"] } as const;
const SITE = { words: ["site", "--out", "dist/site", "--release"], takes: ["raw", "dist"] } as const;
const siteOf = (version: string) => ({ ...SITE, words: [...SITE.words, version] });
const SHEET = { words: ["sheet", "--out", "coding.xlsx"], takes: ["raw"] } as const;
const READ_SHEET = { words: ["sheet", "--read", "coding.xlsx"], takes: ["raw"] } as const;
const AGREEMENT = { words: ["agreement", "report-a"], takes: ["raw", "staged"] } as const;
const RELEASES = { words: ["releases"], takes: ["dist"] } as const;
const COVERAGE = { words: ["documents", "coverage"], takes: ["raw", "texts"] } as const;

/** A scene in which a command is killed; for a new command that writes, add one to `prepareScenes`. */
const scene = (name: string, points: number, before: string, command: Parameters<typeof runPipeline>[1]): Scene => ({
  name,
  points,
  before,
  start: (folder, blow) => runPipeline(folder, command, blow),
  read: (folder) => runPipeline(folder, COVERAGE),
});

/** The same for a command that changes only releases. */
const onReleases = (
  name: string,
  points: number,
  before: string,
  command: Parameters<typeof runPipeline>[1],
): Scene => ({
  ...scene(name, points, before, command),
  read: (folder) => runPipeline(folder, RELEASES),
});

const withdrawal = (version: string, points: number, before: string): Scene =>
  onReleases(`withdrawal of ${version}`, points, before, { ...WITHDRAW, words: [...WITHDRAW.words, version] });

const published = (name: string, points: number, before: string, data: number): Scene => ({
  name,
  points,
  before,
  start: (folder, blow) => publishOnce(join(folder, "dist"), data, blow),
});

/** Every command that writes, with the folders that it finds. `documents` names the texts of the real raw/, if they are there. */
export async function prepareScenes(scratch: string, documents: string | undefined): Promise<Scene[]> {
  const make = (name: string, from?: string) => {
    const folder = join(scratch, name);
    if (from === undefined) mkdirSync(folder);
    else cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
    return folder;
  };
  const succeed = async (started: Promise<Ended>) => {
    const { code, stderr } = await started;
    if (code !== 0) throw new Error(`The scenes could not be prepared:\n${stderr}`);
  };

  const empty = make("empty");
  const madeUp = make("made-up", empty);
  await succeed(publishOnce(join(madeUp, "dist"), 1));

  const first = make("first");
  writeRaw(BASE, join(first, "raw"));
  const second = make("second", first);
  await succeed(runPipeline(second, RUN));
  addPlace(second);
  const faulty = make("faulty", second);
  spoilDate(faulty);

  const twice = make("twice", second);
  await succeed(runPipeline(twice, RUN));
  const cloned = make("cloned", twice);
  dropEditions(cloned);

  const withSite = make("with-site", twice);
  await succeed(runPipeline(withSite, siteOf("1.0.0")));

  const unindexed = make("unindexed");
  writeRawWithTexts(unindexed);
  const moved = make("moved", unindexed);
  await succeed(runPipeline(moved, INDEX));
  const indexed = make("indexed", moved);
  const longer = make("longer", moved);
  changeTexts(longer, (text) => `${text.trimEnd()} A last sentence is new.\n`);
  changeTexts(moved, insertParagraph);
  const arrived = make("arrived", indexed);
  writeFileSync(join(arrived, "page.html"), aPage());
  const arrivedInside = make("arrived-inside", arrived);
  moveTextsInside(arrivedInside);

  const coded = make("coded", first);
  await succeed(runPipeline(coded, SHEET));
  editWorkbook(coded);

  const codedTwice = make("coded-twice");
  writeRaw("two-second-codings", join(codedTwice, "raw"));

  const withEvents = make("with-events", first);
  dropLinks(withEvents);
  writeFileSync(join(withEvents, "ged231.csv"), eventFile("ged", clashes(40)));
  writeFileSync(join(withEvents, "ged241.csv"), eventFile("ged", clashes(60)));
  await succeed(runPipeline(withEvents, { ...IMPORT, words: ["events", "import", "ged231.csv", "--as", "ucdp-ged"] }));
  const withClaim = make("with-claim", withEvents);
  addClaim(withClaim);

  const scenes = [
    published("first made-up release", 20, empty, 1),
    published("second made-up release", 30, madeUp, 2),
    scene("first release", 10, first, RUN),
    scene("second release", 100, second, RUN),
    scene("run with errors", 8, faulty, RUN),
    scene("trial", 12, second, CHECK),
    scene("validate", 16, second, VALIDATE),
    scene("agreement", 12, codedTwice, AGREEMENT),
    { ...scene("run after a clone", 20, cloned, RUN), isOfClone: true },
    { ...onReleases("editions of 1.0.0", 12, cloned, EDITIONS), isOfClone: true },
    withdrawal("1.0.0", 20, twice),
    withdrawal("1.1.0", 20, twice),
    onReleases("first site", 10, twice, siteOf("1.1.0")),
    onReleases("another site", 30, withSite, siteOf("1.1.0")),
    scene("first indexes", 10, unindexed, INDEX),
    scene("new indexes", 12, longer, INDEX),
    scene("document added beside texts", 12, arrived, ADD),
    scene("document added", 12, arrivedInside, { ...ADD, takes: ["raw"] }),
    scene("document added again beside texts", 10, arrived, ADD_AGAIN),
    scene("document added again", 10, arrivedInside, { ...ADD_AGAIN, takes: ["raw"] }),
    scene("suggestions", 20, indexed, SUGGEST),
    scene("import of events", 20, withEvents, IMPORT),
    scene("import of events again", 30, withEvents, IMPORT_AGAIN),
    scene("match of events", 16, withEvents, MATCH),
    scene("counts of events", 12, withClaim, COUNTS),
    { ...scene("review of events", 10, withEvents, REVIEW), start: reviewAgain },
    scene("relocation", 40, moved, RELOCATE),
    scene("reading of a workbook", 20, coded, READ_SHEET),
  ];
  if (documents === undefined) return scenes;
  const real = make("real");
  copyRawWithTexts({ raw: join(import.meta.dirname, "../../raw"), texts: documents }, real);
  changeTexts(real, insertParagraph);
  return [...scenes, scene("relocation of the documents", 120, real, RELOCATE)];
}

/** The command writes no file anew: a person who calls it again deletes the file first. */
function reviewAgain(folder: string, blow?: Blow): Promise<Ended> {
  rmSync(join(folder, "staged", "review.csv"), { force: true });
  return runPipeline(folder, REVIEW, blow);
}

/** Events of which the first may be the one clash of the base. */
function clashes(count: number): TrueEvent[] {
  const clash = {
    day: "2023-12-12",
    latitude: 14.25,
    longitude: -5.9933,
    actorA: "Government of Mali (made up)",
    actorB: "Group X (made up)",
    type: 1,
  } as const;
  return someEvents(count).map((event, at) => (at === 0 ? { ...event, ...clash } : event));
}

/** The links of the base are with events that no file has. */
function dropLinks(folder: string): void {
  const path = join(folder, "raw", "coded", "event_links.csv");
  const [header = ""] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, `${header}\n`);
}

/** A claim that can be counted. */
function addClaim(folder: string): void {
  const cells = "report-a,p1s1,group-x,attacks_n,attacks,10,attacks,,mali,in 2022,2022,Its attacks.,reported,stated,,,";
  appendFileSync(join(folder, "raw", "coded", "profile.csv"), `prf-2,${cells}\n`);
}

/** Changes a row of two tables. */
function editWorkbook(folder: string): void {
  const path = join(folder, "coding.xlsx");
  const edited = ["places", "actors"].reduce(
    (bytes, table) => editSheet(bytes, table, { C2: `Another name in ${table}` }),
    new Uint8Array(readFileSync(path)),
  );
  writeFileSync(path, edited);
}

/** Moves the files of texts/ into raw/documents. */
function moveTextsInside(folder: string): void {
  cpSync(join(folder, "texts"), join(folder, "raw", "documents"), { recursive: true });
  rmSync(join(folder, "texts"), { recursive: true });
}

function addPlace(folder: string): void {
  const places = join(folder, "raw", "coded", "places.csv");
  const [, first = ""] = readFileSync(places, "utf8").split("\n");
  appendFileSync(places, `${first.replace(/^[^,]+/u, "another-place")}\n`);
}

/** Removes what Git does not keep. */
function dropEditions(folder: string): void {
  for (const release of ["releases/1.0.0", "releases/1.1.0", "latest"].map((name) => join(folder, "dist", name))) {
    const isDropped = (path: string) => isEditionFile(path) && (!release.endsWith("latest") || !isKeptInLatest(path));
    for (const { path } of filesBelow(release)) if (isDropped(path)) rmSync(join(release, path));
  }
}

function spoilDate(folder: string): void {
  const path = join(folder, "raw", "coded", "expansion.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace("2020-38", "spring 2020"));
}
