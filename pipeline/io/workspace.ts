import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FileFacts, FileWriter, ReleaseReader, Workspace } from "#pipeline/core/release-store.ts";
import { codeOf, makeFolder, syncFolder, temporaryName } from "./durable-write.ts";

/** Bytes that are written or read at a time. */
const PART = 1 << 18;

/** The files of a release's folder. */
export const folderReader = (folder: string): ReleaseReader => ({
  has: (path) => existsSync(join(folder, path)),
  text: (path) => readFileSync(join(folder, path), "utf8"),
  chunks: (path) => chunksOf(join(folder, path)),
});

/** The same memory is used for each part: whoever wants to keep one copies it. */
function* chunksOf(place: string): Generator<Uint8Array> {
  const file = openSync(place, "r");
  const part = new Uint8Array(PART);
  try {
    for (let length = readSync(file, part); length > 0; length = readSync(file, part)) yield part.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A release that is made beside its place, so that a rename puts it there. */
export async function beginBeside(releases: string): Promise<Workspace> {
  const folder = join(releases, temporaryName("next"));
  await makeFolder(folder);
  return workspaceIn(folder, async (version) => {
    for (const made of foldersOf(folder)) await syncFolder(made);
    try {
      await rename(folder, join(releases, version));
    } catch (error) {
      throw codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST"
        ? new Error(`${version} was published before.`, { cause: error })
        : error;
    }
    await syncFolder(releases);
  });
}

/** A release that is made only to see what it would be. */
export async function beginElsewhere(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "jnim-data-"));
  return workspaceIn(folder, () =>
    Promise.reject(new Error("A release that was made for a trial cannot be published.")),
  );
}

function workspaceIn(folder: string, commit: Workspace["commit"]): Workspace {
  const place = (path: string) => join(folder, path);
  return {
    ...folderReader(folder),
    create: (path) => {
      mkdirSync(dirname(place(path)), { recursive: true });
      return fileWriter(path, place(path));
    },
    place: (path) => {
      // A library would make the file with rights of its own.
      closeSync(openSync(place(path), "wx"));
      return place(path);
    },
    adopt: (path) => adopted(path, place(path)),
    remove: (path) => rmSync(place(path)),
    commit,
    // On a folder that takes no writing, the first fault is the one to report.
    discard: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

/** Writes a new file in large parts, and waits at its end until the disk has it. */
function fileWriter(path: string, place: string): FileWriter {
  const file = openSync(place, "wx");
  const hash = createHash("sha256");
  const part = Buffer.allocUnsafe(PART);
  let [filled, bytes] = [0, 0];
  const flush = () => {
    const full = part.subarray(0, filled);
    hash.update(full);
    writeWhole(file, full, place);
    filled = 0;
  };
  return {
    write: (given) => {
      bytes += given.length;
      for (let start = 0; start < given.length; ) {
        const taken = given.subarray(start, start + PART - filled);
        part.set(taken, filled);
        filled += taken.length;
        start += taken.length;
        if (filled === PART) flush();
      }
    },
    close: () => {
      try {
        flush();
        inPlace(place, () => fsyncSync(file));
      } finally {
        closeSync(file);
      }
      return { path, bytes, sha256: hash.digest("hex") };
    },
  };
}

function writeWhole(file: number, bytes: Uint8Array, place: string): void {
  for (let start = 0; start < bytes.length; ) start += inPlace(place, () => writeSync(file, bytes, start));
}

/** A fault of the system on an open file says nothing of where it is. */
function inPlace<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && !("path" in error) ? Object.assign(error, { path: place }) : error;
  }
}

/** The facts of a file that somebody else wrote, once the disk has it. */
function adopted(path: string, place: string): FileFacts {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const chunk of chunksOf(place)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const file = openSync(place, "r");
  try {
    inPlace(place, () => fsyncSync(file));
  } finally {
    closeSync(file);
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

/** A folder and those in it. */
const foldersOf = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name)),
];
