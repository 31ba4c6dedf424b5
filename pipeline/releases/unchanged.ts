import { isRecord } from "#pipeline/core/is-record.ts";

/** What decides what a release says, as hashes. */
export interface RunInputs {
  /** Every file that people wrote, its path from the folder of the raw data. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** One SHA-256 over the code of the pipeline and of the schemas and over the versions of the packages. */
  readonly pipeline: string;
}

/** Whether a release was made from these inputs by this code, by its manifest.json. One that can not be read was not. */
export function isUnchanged(manifest: unknown, { inputs, pipeline }: RunInputs): boolean {
  if (!isRecord(manifest) || !Array.isArray(manifest.inputs) || manifest.pipeline !== pipeline) return false;
  const published = new Map(manifest.inputs.filter(isRecord).map(({ path, sha256 }) => [path, sha256]));
  return published.size === inputs.length && inputs.every(({ path, sha256 }) => published.get(path) === sha256);
}
