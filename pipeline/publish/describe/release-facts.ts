import { sha256Hex } from "#pipeline/core/hash.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";

/** The text of the licence, in every release. */
export const LICENCE_FILE = "LICENSE";

/** Lines in the format that `sha256sum` writes and checks. */
export const sumLines = (files: readonly FileFacts[]) =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");

/**
 * The hash that a citation gives: SHA-256 of the lines of `SHA256SUMS` that name the tables' CSV files, sorted by path.
 *
 * It cannot be the hash of `SHA256SUMS` itself. The citation is in `README.md` and `CITATION.cff`, which `SHA256SUMS`
 * lists, and no file can contain a hash that depends on its own. To compute the hash again, use the command below.
 * `sha256sum -c` then checks those lines against the files.
 */
export const dataHashOf = (tables: readonly FileFacts[]) =>
  sha256Hex(sumLines(tables.toSorted((a, b) => byCodeUnit(a.path, b.path))));

/** The command that computes this hash. */
export const DATA_HASH_COMMAND = "grep '  data/.*\\.csv$' SHA256SUMS | sha256sum";
