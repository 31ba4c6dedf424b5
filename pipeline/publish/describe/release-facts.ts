import { sha256Hex } from "#pipeline/core/hash.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";

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

/** Lines as `sha256sum` writes and checks them. */
export const sumLines = (files: readonly FileFacts[]) =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");

/**
 * The hash that a citation gives: SHA-256 of the lines of `SHA256SUMS` that name the tables' CSV files, sorted by path.
 *
 * It cannot be the hash of `SHA256SUMS` itself: the citation stands in `README.md` and `CITATION.cff`, which
 * `SHA256SUMS` lists, and no file can hold a hash that depends on its own. The command below computes it again, and
 * `sha256sum -c` ties those lines to the files.
 */
export const dataHashOf = (tables: readonly FileFacts[]) =>
  sha256Hex(sumLines(tables.toSorted((a, b) => byCodeUnit(a.path, b.path))));

/** The command that a reader types to get that hash. */
export const DATA_HASH_COMMAND = "grep '  data/.*\\.csv$' SHA256SUMS | sha256sum";
