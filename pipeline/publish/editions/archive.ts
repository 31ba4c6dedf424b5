import { byCodeUnit } from "#pipeline/core/order.ts";
import type { FileFacts, FileWriter, ReleaseReader } from "#pipeline/core/release-store.ts";
import { sumLines } from "#pipeline/publish/describe/release-facts.ts";
import { dataset } from "#schemas/dataset.ts";
import { writeZip } from "./zip.ts";

/** Increase it, like that of an edition, with every change that gives another archive for the same files. */
export const ARCHIVE_FORMAT = 2;

const nameOf = (version: string) => `${dataset.name}-${version}`;

/** `jnim-data-1.0.0.zip` */
export const archivePath = (version: string) => `${nameOf(version)}.zip`;

interface ToArchive {
  readonly version: string;
  /** All files of the release but the archive, `manifest.json` and `SHA256SUMS`. */
  readonly files: readonly FileFacts[];
  /** Reads these files. */
  readonly read: Pick<ReleaseReader, "chunks">;
}

/** Writes everything in one folder, with its own SHA256SUMS. */
export function writeArchive({ version, files, read }: ToArchive, archive: FileWriter): FileFacts {
  const folder = nameOf(version);
  const sums = new TextEncoder().encode(sumLines(files.toSorted((a, b) => byCodeUnit(a.path, b.path))));
  const entries = files.map(({ path }) => ({ path: `${folder}/${path}`, chunks: () => read.chunks(path) }));
  writeZip([...entries, { path: `${folder}/SHA256SUMS`, chunks: () => [sums] }], archive.write);
  return archive.close();
}
