import { csvPath } from "#pipeline/core/csv-path.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import { NO_PROGRESS, type Progress } from "#pipeline/core/progress.ts";
import type { FileFacts, Pause, ReleaseReader, ReleaseStore, Workspace } from "#pipeline/core/release-store.ts";
import { type ReleaseFiles, readManifest } from "#pipeline/publish/compare/other-files.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { dataHashOf } from "#pipeline/publish/describe/release-facts.ts";
import { ARCHIVE_FORMAT, archivePath, writeArchive } from "./archive.ts";
import { editions } from "./editions.ts";
import { tablesOfRelease } from "./tables-of-release.ts";

/** Why a file of an edition could not be made again. */
export type Refusal =
  /** The release has it in another format than this program writes. */
  | "other-format"
  /** A table of the release has other columns than this program knows. */
  | "other-columns"
  /** The result was not the file that was published, for example because words in it have changed since. */
  | "other-bytes"
  /** It is the archive, and holds a file that could not be made again. */
  | "incomplete";

/** What became of the files of a release that were absent. */
export interface Remade {
  readonly made: readonly string[];
  /** By path. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

interface ToRemake {
  readonly store: ReleaseStore;
  readonly version: string;
  readonly pause: Pause;
  readonly progress?: Progress;
  /** Of countries and regions: those from which the release was made, or the result is another file. */
  readonly outlines: Outlines;
}

interface Remaking {
  readonly version: string;
  readonly release: ReleaseReader;
  readonly files: ReleaseFiles;
  readonly absent: readonly string[];
  readonly workspace: Workspace;
  readonly pause: Pause;
  readonly progress: Progress;
  readonly outlines: Outlines;
}

/**
 * Makes the editions again that the folder of a release lacks, and `latest/` too, from its canonical files. A file is kept
 * only if it is the one that was published, by its SHA-256.
 */
export async function remakeEditions({
  store,
  version,
  outlines,
  pause,
  progress = NO_PROGRESS,
}: ToRemake): Promise<Remade> {
  await store.takeFromLatest(version);
  const absent = await store.absentFiles(version);
  if (absent.length === 0) return { made: [], refused: new Map() };
  const release = await store.open(version);
  const workspace = await store.begin();
  try {
    const remaking = { version, release, files: readManifest(release), absent, workspace, outlines, pause, progress };
    const found = await remakeTables(remaking);
    const isComplete = found.every(([, refusal]) => refusal === null);
    found.push(...(await remakeArchive(remaking, isComplete)));
    return {
      made: found.filter(([, refusal]) => refusal === null).map(([path]) => path),
      refused: new Map(found.flatMap(([path, refusal]) => (refusal === null ? [] : [[path, refusal]]))),
    };
  } finally {
    await workspace.discard();
  }
}

/** The path of a file that was absent, and why it still is; `null` if it was made. */
type Found = readonly [path: string, refusal: Refusal | null];

/** The files of all editions but the archive. */
async function remakeTables(remaking: Remaking): Promise<Found[]> {
  const { release, files, absent, workspace, outlines, pause, progress } = remaking;
  const published = readRelease(release);
  const tables = tablesOfRelease(published, release);
  const names = [...published.tables.keys()];
  const { version, created, doi } = published;
  const dataHash = dataHashOf(files.outputs.filter(({ path }) => names.some((name) => csvPath(name) === path)));
  const found: Found[] = [];
  for (const edition of editions) {
    const own = edition.paths(names);
    const paths = absent.filter((path) => own.includes(path));
    if (paths.length === 0) continue;
    progress.doing(`making the ${edition.name} edition`);
    if (files.formatOf(edition.name) !== edition.format) found.push(...refuseAll(paths, "other-format"));
    else if (tables === null) found.push(...refuseAll(paths, "other-columns"));
    else {
      const cited = { version, created, dataHash, doi };
      const made = await edition.make({ tables, release: cited, outlines, workspace, pause });
      found.push(...(await keepRight(remaking, paths, made)));
    }
    await pause();
  }
  return found;
}

/** The archive can be made once everything in it is there. */
async function remakeArchive(remaking: Remaking, isComplete: boolean): Promise<Found[]> {
  const { version, release, files, absent, workspace } = remaking;
  const path = archivePath(version);
  if (!absent.includes(path)) return [];
  if (files.formatOf("zip") !== ARCHIVE_FORMAT) return refuseAll([path], "other-format");
  if (!isComplete) return refuseAll([path], "incomplete");
  const contents = files.outputs.filter((file) => file.path !== path);
  const archive = writeArchive({ version, files: contents, read: release }, workspace.create(path));
  return keepRight(remaking, [path], [archive]);
}

const refuseAll = (paths: readonly string[], refusal: Refusal) => paths.map((path): Found => [path, refusal]);

/** Hands those files over to the release that it was published with. */
async function keepRight(
  { version, files, workspace }: Remaking,
  paths: readonly string[],
  made: readonly FileFacts[],
): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const [published, now] = [files.outputs, made].map((all) => all.find((file) => file.path === path)?.sha256);
    const isRight = now !== undefined && now === published;
    if (isRight) await workspace.handOver(path, version);
    found.push([path, isRight ? null : "other-bytes"]);
  }
  return found;
}
