import { rm } from "node:fs/promises";
import { basename, relative, sep } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { temporaryBeside, writeDurably } from "./durable-write.ts";
import { hashFile } from "./hash-file.ts";
import { swapIn } from "./journal.ts";

/** A change of several files of one folder. */
interface Replacement {
  /** The command that makes it, as users type it. */
  readonly command: string;
  /** New contents, with paths that begin with the folder. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/**
 * Replaces files of a folder, all or none: a process that dies or fails on the way leaves them as they were, or leaves a
 * journal from which the next writing command finishes. The caller holds the lock of the folder.
 */
export async function replaceFiles(root: string, { command, files }: Replacement): Promise<void> {
  const changes = files
    .map(({ path, bytes }) => ({
      path,
      bytes,
      before: hashFile(path),
      after: sha256Hex(bytes),
      temporary: temporaryBeside(path),
    }))
    .filter(({ before, after }) => before !== after);
  try {
    for (const change of changes) await writeDurably(change.temporary, change.bytes);
  } catch (error) {
    await Promise.all(changes.map((change) => rm(change.temporary, { force: true })));
    throw error;
  }
  const journaled = changes.map(({ path, before, after, temporary }) => ({
    path: relative(root, path).replaceAll(sep, "/"),
    before,
    after,
    temporary: basename(temporary),
  }));
  await swapIn(root, { command, files: journaled }, { isDurable: true });
}
