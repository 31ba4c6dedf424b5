import { hashOfInputs } from "#pipeline/core/inputs-hash.ts";
import type { ReleaseOnDisk, ReleaseReader } from "#pipeline/core/release-store.ts";
import { dataset } from "#schemas/dataset.ts";
import { jsonFile } from "./describe/describe.ts";
import type { RunInputs } from "./up-to-date.ts";

interface ToWithdraw {
  readonly release: ReleaseOnDisk;
  readonly files: ReleaseReader;
  readonly reason: string;
  /** ISO day. */
  readonly date: string;
}

/**
 * `withdrawn.json`, which replaces all files of a withdrawn release. It keeps its SHA256SUMS and its manifest, which
 * have hashes and counts but no data. They prove what the tombstone says: the next release names the hash of the
 * SHA256SUMS, which has the hash of the manifest, which names the release before. The hashes of the inputs keep a
 * scheduled run from publishing the same data again.
 */
export const tombstoneOf = ({ release, files, reason, date }: ToWithdraw): Uint8Array =>
  jsonFile(
    "withdrawn.json",
    {
      name: dataset.name,
      version: release.version,
      created: release.created,
      withdrawn: date,
      reason,
      sha256sums: release.sumsHash,
      sums: files.text("SHA256SUMS"),
      manifest: files.text("manifest.json"),
    },
    1,
  ).bytes;

/** The withdrawn release that was made from just these inputs; `null` if there is none. */
export function withdrawnWith(inputs: RunInputs["inputs"], releases: readonly ReleaseOnDisk[]): ReleaseOnDisk | null {
  const hash = hashOfInputs(inputs);
  return releases.find(({ withdrawn }) => withdrawn?.inputs === hash) ?? null;
}
