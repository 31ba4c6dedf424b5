import type { Change } from "#pipeline/core/change.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { OutlinedUnit } from "#pipeline/core/outlines.ts";
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
import { type ReleaseFacts, sumLines } from "./describe/release-facts.ts";
import { editions, editionTables } from "./editions/editions.ts";
import { ARCHIVE_FORMAT, writeZip } from "./editions/zip.ts";
import type { ReleaseContent } from "./tables/write-tables.ts";
import type { RunInputs } from "./up-to-date.ts";

/** Content → a detached signature of it. */
export type Sign = (content: Uint8Array) => Promise<Uint8Array>;

/** A release with a known version, whose canonical files are already written. */
export interface Making extends ReleaseFacts {
  readonly workspace: Workspace;
  readonly content: ReleaseContent;
  /** The outlines of countries and regions. */
  readonly outlines: readonly OutlinedUnit[];
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
}

/**
 * Writes the other files of a release and publishes it. Each step uses the files of the steps before it:
 *
 * editions → descriptors, codebook and README, which list the editions → the archive of all these files, with its own
 * SHA256SUMS → `manifest.json` → `SHA256SUMS`, which lists every file except itself → its signature, if there is a key.
 */
export async function completeRelease(making: Making): Promise<void> {
  const { workspace, content, version, sign, pause } = making;
  const made = await makeEditions(making);
  const described = describeRelease({ ...making, editions: made }).map(({ path, bytes }) =>
    writeFile(workspace, path, bytes),
  );
  await pause();
  const files = [...content.files, ...made.map(factsOnly), ...described];
  const archive = writeArchive(making, files);
  await pause();
  const outputs = [...files, archive].toSorted(byPath);
  const { path, bytes } = jsonFile("manifest.json", manifestOf(making, outputs));
  const manifest = writeFile(workspace, path, bytes);
  const sums = new TextEncoder().encode(sumLines([...outputs, manifest].toSorted(byPath)));
  writeFile(workspace, "SHA256SUMS", sums);
  if (sign !== undefined) writeFile(workspace, "SHA256SUMS.sig", await sign(sums));
  await pause();
  await workspace.commit(version);
}

async function makeEditions({ workspace, content, outlines, pause, ...facts }: Making): Promise<TypedFile[]> {
  const release = citedRelease({ ...facts, content });
  const tables = editionTables(content.tables, workspace);
  const made: TypedFile[] = [];
  for (const { make, mediaType } of editions) {
    for (const file of await make({ tables, release, outlines, workspace, pause })) made.push({ ...file, mediaType });
    await pause();
  }
  return made;
}

/** `jnim-data-1.0.0.zip`: everything in one folder, with its own SHA256SUMS. */
function writeArchive({ workspace, version }: Making, files: readonly FileFacts[]): FileFacts {
  const folder = `${dataset.name}-${version}`;
  const sums = new TextEncoder().encode(sumLines(files.toSorted(byPath)));
  const archive = workspace.create(`${folder}.zip`);
  const entries = files.map(({ path }) => ({ path: `${folder}/${path}`, chunks: () => workspace.chunks(path) }));
  writeZip([...entries, { path: `${folder}/SHA256SUMS`, chunks: () => [sums] }], archive.write);
  return archive.close();
}

/**
 * `manifest.json`: the release before this one, the hashes of inputs and outputs, the corrections that have had their
 * turn, and the format number of each edition.
 */
const manifestOf = ({ version, created, previous, inputs, correctionKeys }: Making, outputs: readonly FileFacts[]) => ({
  name: dataset.name,
  version,
  created,
  previous,
  pipeline: inputs.pipeline,
  inputs: inputs.inputs.toSorted(byPath),
  corrections: [...correctionKeys].sort(),
  editions: editionFormats(),
  outputs,
});

/** The format number of each edition, by name. */
export const editionFormats = (): Readonly<Record<string, number>> =>
  Object.fromEntries([...editions.map(({ name, format }) => [name, format]), ["zip", ARCHIVE_FORMAT]]);

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => byCodeUnit(a.path, b.path);

const factsOnly = ({ path, bytes, sha256 }: TypedFile): FileFacts => ({ path, bytes, sha256 });
