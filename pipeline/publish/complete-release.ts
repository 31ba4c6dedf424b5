import type { Change } from "#pipeline/core/change.ts";
import type { ReleaseFacts } from "#pipeline/core/citation.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import type { Progress } from "#pipeline/core/progress.ts";
import {
  type FileFacts,
  type Pause,
  type ReleaseLink,
  type Workspace,
  writeFile,
} from "#pipeline/core/release-store.ts";
import { dataset } from "#schemas/dataset.ts";
import type { TypedFile } from "./describe/croissant.ts";
import { citedRelease, describeRelease, jsonFile } from "./describe/describe.ts";
import { sumLines } from "./describe/release-facts.ts";
import { ARCHIVE_FORMAT, archivePath, writeArchive } from "./editions/archive.ts";
import { editions, editionTables } from "./editions/editions.ts";
import type { ReleaseContent } from "./tables/write-tables.ts";
import type { RunInputs } from "./up-to-date.ts";

/** Content → a detached signature of it. */
export type Sign = (content: Uint8Array) => Promise<Uint8Array>;

/** A release with a known version, whose canonical files are already written. */
export interface Making extends ReleaseFacts {
  readonly workspace: Workspace;
  readonly content: ReleaseContent;
  /** The outlines of countries and regions, and the label anchors. */
  readonly outlines: Outlines;
  readonly changes: readonly Change[];
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
  /** The text of `MIGRATING.md`; `null` if no column changed. */
  readonly migrating: string | null;
  readonly inputs: RunInputs;
  /** The release before this one; `null` for the first. */
  readonly previous: ReleaseLink | null;
  /** Signs the content of SHA256SUMS, if there is a key. */
  readonly sign?: Sign | undefined;
  /** The keys of the rows of corrections.csv. */
  readonly correctionKeys: readonly string[];
  readonly pause: Pause;
  readonly progress: Progress;
}

/**
 * Writes the other files of a release and publishes it. Each step uses the files of the steps before it:
 *
 * editions → descriptors, codebook and README, which list the editions → the archive of all these files, with its own
 * SHA256SUMS → `manifest.json` → `SHA256SUMS`, which lists every file except itself → its signature, if there is a key.
 */
export async function completeRelease(making: Making): Promise<void> {
  const { workspace, content, version, sign, pause, progress } = making;
  const made = await makeEditions(making);
  const described = describeRelease({ ...making, editions: made }).map(({ path, bytes }) =>
    writeFile(workspace, path, bytes),
  );
  await pause();
  progress.doing("making the archive");
  const files = [...content.files, ...made.map(factsOnly), ...described];
  const archive = writeArchive({ version, files, read: workspace }, workspace.create(archivePath(version)));
  await pause();
  const outputs = [...files, archive].toSorted(byPath);
  const { path, bytes } = jsonFile("manifest.json", manifestOf(making, outputs), 2);
  const manifest = writeFile(workspace, path, bytes);
  const sums = new TextEncoder().encode(sumLines([...outputs, manifest].toSorted(byPath)));
  writeFile(workspace, "SHA256SUMS", sums);
  if (sign !== undefined) writeFile(workspace, "SHA256SUMS.sig", await sign(sums));
  await pause();
  await workspace.commit(version);
}

async function makeEditions({ workspace, content, outlines, pause, progress, ...facts }: Making): Promise<TypedFile[]> {
  const release = citedRelease({ ...facts, content });
  const tables = editionTables(content.tables, workspace);
  const made: TypedFile[] = [];
  for (const { name, make, mediaType } of editions) {
    progress.doing(`making the ${name} edition`);
    for (const file of await make({ tables, release, outlines, workspace, pause })) made.push({ ...file, mediaType });
    await pause();
  }
  return made;
}

/**
 * `manifest.json`: the release before this one, the hashes of inputs and outputs, the corrections that have had their
 * turn, the number of rows of each table, and the format number of each edition.
 */
const manifestOf = (
  { version, created, previous, inputs, correctionKeys, content }: Making,
  outputs: readonly FileFacts[],
) => ({
  name: dataset.name,
  version,
  created,
  previous,
  pipeline: inputs.pipeline,
  inputs: inputs.inputs.toSorted(byPath),
  corrections: [...correctionKeys].sort(),
  rows: Object.fromEntries(content.tables.map(({ name, rowCount }) => [name, rowCount])),
  editions: editionFormats(),
  outputs,
});

/** The format number of each edition, by name. */
export const editionFormats = (): Readonly<Record<string, number>> =>
  Object.fromEntries([...editions.map(({ name, format }) => [name, format]), ["zip", ARCHIVE_FORMAT]]);

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => byCodeUnit(a.path, b.path);

const factsOnly = ({ path, bytes, sha256 }: TypedFile): FileFacts => ({ path, bytes, sha256 });
