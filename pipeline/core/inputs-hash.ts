import { sha256Hex } from "#pipeline/core/hash.ts";
import { type DiskFile, fileName } from "#pipeline/core/raw-input.ts";

/** One hash over the inputs of a release, whatever their order. */
export const hashOfInputs = (inputs: readonly { readonly path: string; readonly sha256: string }[]) =>
  sha256Hex(
    inputs
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .sort()
      .join(""),
  );

/** One hash over the names and bytes of the files of a folder, whatever their order. */
export const hashOfFolder = (files: readonly DiskFile[]) =>
  hashOfInputs(files.map(({ path, bytes }) => ({ path: fileName(path), sha256: sha256Hex(bytes) })));
