import { sha256Hex } from "#pipeline/core/hash.ts";

/** One hash over the inputs of a release, whatever their order. */
export const hashOfInputs = (inputs: readonly { readonly path: string; readonly sha256: string }[]) =>
  sha256Hex(
    inputs
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
      .sort()
      .join(""),
  );
