import { sha256Hex } from "#pipeline/core/hash.ts";
import type { OutputFile } from "#pipeline/core/record.ts";

/** What a release is, apart from its rows. */
export interface ReleaseFacts {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
}

/** The facts, once the data files are made: everything that a citation names. */
export interface CitedRelease extends ReleaseFacts {
  readonly dataHash: string;
}

/** A file as descriptors and sums name it. */
export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const factsOf = ({ path, bytes }: OutputFile): FileFacts => ({
  path,
  bytes: bytes.length,
  sha256: sha256Hex(bytes),
});

/** Lines as `sha256sum` writes and checks them. */
export const sumLines = (files: readonly FileFacts[]) =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");

/**
 * The hash that a citation gives: SHA-256 of the lines of `SHA256SUMS` that name files in `data/`.
 *
 * It can not be the hash of `SHA256SUMS` itself: the citation stands in `README.md` and `CITATION.cff`, which
 * `SHA256SUMS` lists, and no file can hold a hash that depends on its own. A reader recomputes it with
 * `grep '  data/' SHA256SUMS | sha256sum`, and `sha256sum -c` ties those lines to the files.
 */
export const dataHashOf = (files: readonly FileFacts[]) =>
  sha256Hex(sumLines(files.filter(({ path }) => path.startsWith("data/"))));

/** The command that a reader types to get that hash. */
export const DATA_HASH_COMMAND = "grep '  data/' SHA256SUMS | sha256sum";
