import { sha256Hex } from "#pipeline/core/hash.ts";
import { isRecord } from "#pipeline/core/is-record.ts";
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
 * `withdrawn.json`, which replaces all files of a withdrawn release. It keeps the hash of its SHA256SUMS, because the next
 * release names it, and one hash over its inputs, so that a scheduled run cannot publish the same data again.
 */
export function tombstoneOf({ release, files, reason, date }: ToWithdraw): Uint8Array {
  const manifest: unknown = JSON.parse(files.text("manifest.json"));
  const inputs = isRecord(manifest) && Array.isArray(manifest.inputs) ? manifest.inputs.filter(isRecord) : [];
  const { version, created, previous, sumsHash } = release;
  return jsonFile("withdrawn.json", {
    name: dataset.name,
    version,
    created,
    withdrawn: date,
    reason,
    ...(previous === undefined ? {} : { previous }),
    sha256sums: sumsHash,
    inputs: hashOfInputs(inputs.map(({ path, sha256 }) => ({ path: String(path), sha256: String(sha256) }))),
  }).bytes;
}

/** One hash over the inputs of a release, whatever their order. */
const hashOfInputs = (inputs: RunInputs["inputs"]) =>
  sha256Hex(
    inputs
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .sort()
      .join(""),
  );

/** The withdrawn release that was made from just these inputs; `null` if there is none. */
export function withdrawnWith(inputs: RunInputs["inputs"], releases: readonly ReleaseOnDisk[]): ReleaseOnDisk | null {
  const hash = hashOfInputs(inputs);
  return releases.find(({ withdrawn }) => withdrawn?.inputs === hash) ?? null;
}
