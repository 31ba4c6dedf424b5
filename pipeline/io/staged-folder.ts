import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { TextWriter } from "#pipeline/core/text-writer.ts";
import type { AssertHeld } from "./alone.ts";
import { namesIn, temporaryName } from "./durable-write.ts";
import { hashFile } from "./hash-file.ts";
import { swapIn } from "./journal.ts";
import type { JournaledFile } from "./journal-file.ts";
import { makeFolders } from "./make-folders.ts";
import { writeWhole } from "./write-whole.ts";

const CHARACTERS_AT_A_TIME = 65_536;

const encoder = new TextEncoder();

/** The intermediate results of one command while it writes them: readers still see those of the command before. */
export interface StagedResults {
  /** Opens a text file of the results. */
  readonly open: (path: string) => TextWriter;
  /** Writes one file of the results. */
  readonly write: (file: { readonly path: string; readonly parts: Iterable<string> }) => void;
  /**
   * Replaces all results of the command before by these, all or none. Earlier results that were not written again are
   * deleted, so that nobody takes an old row for a new one. Other files, such as the run log, stay.
   */
  readonly commit: (command: string) => Promise<void>;
  /** Deletes what was written. */
  readonly discard: () => Promise<void>;
}

interface WrittenFile {
  readonly temporary: string;
  readonly descriptor: number;
  readonly hash: Hash;
  isOpen: boolean;
}

/**
 * Begins the results of a command in staged/, whose lock the caller holds. They are not flushed to the disk, which
 * would take longer than to write them: after a power cut, the next command makes them again.
 */
export function beginResults(folder: string, assertHeld: AssertHeld): StagedResults {
  const written = new Map<string, WrittenFile>();
  const placeOf = (path: string, name: string) => join(folder, dirname(path), name);

  const open = (path: string): TextWriter => {
    const temporary = temporaryName(posix.basename(path));
    const place = placeOf(path, temporary);
    makeFolders(dirname(place));
    const file = { temporary, descriptor: openSync(place, "wx"), hash: createHash("sha256"), isOpen: true };
    written.set(path, file);
    let waiting = "";
    const flush = () => {
      const bytes = encoder.encode(waiting);
      file.hash.update(bytes);
      writeWhole(file.descriptor, bytes, place);
      waiting = "";
    };
    return {
      write: (text) => {
        waiting += text;
        if (waiting.length >= CHARACTERS_AT_A_TIME) flush();
      },
      close: () => {
        flush();
        closeSync(file.descriptor);
        file.isOpen = false;
      },
    };
  };

  return {
    open,
    write: ({ path, parts }) => {
      const text = open(path);
      for (const part of parts) text.write(part);
      text.close();
    },
    commit: async (command) => {
      const replaced = [...written].map(([path, { temporary, hash }]) => ({
        path,
        before: hashFile(join(folder, path)),
        after: hash.digest("hex"),
        temporary,
      }));
      const isOld = (path: string) => !written.has(path);
      const deleted = (await resultsIn(folder)).filter(isOld).map((path) => ({
        path,
        before: hashFile(join(folder, path)),
        after: null,
        temporary: null,
      }));
      const files: JournaledFile[] = [...replaced, ...deleted].filter(({ before, after }) => before !== after);
      await assertHeld();
      await swapIn(folder, { command, files }, { isDurable: false });
      await discardAll();
    },
    discard: () => discardAll(),
  };

  /** Deletes the temporary files that were not swapped in; those of unchanged results are among them. */
  async function discardAll(): Promise<void> {
    for (const [path, file] of written) {
      if (file.isOpen) closeSync(file.descriptor);
      file.isOpen = false;
      await rm(placeOf(path, file.temporary), { force: true });
    }
    written.clear();
  }
}

/** The results in staged/, by their paths there. */
async function resultsIn(folder: string): Promise<string[]> {
  const above = (await namesIn(folder)).filter((name) =>
    ["issues.csv", "conflicts.md", "records.ndjson"].includes(name),
  );
  const statements = (await namesIn(join(folder, "statements"))).filter((name) => /^[^.].*\.csv$/u.test(name));
  return [...above, ...statements.map((name) => `statements/${name}`)];
}
