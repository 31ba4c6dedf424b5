import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FileFacts, FileWriter, ReleaseReader, Workspace } from "#pipeline/core/release-store.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { makeFolder, syncFolder, temporaryName } from "./durable-write.ts";
import { readRegular } from "./regular-file.ts";
import { codeOf } from "./system-error.ts";
import { inPlace, writeWhole } from "./write-whole.ts";

/** Number of bytes to read or write at a time. */
const PART = 1 << 18;

/** Reads the files of a release's folder. */
export const folderReader = (folder: string): ReleaseReader => ({
  has: (path) => existsSync(join(folder, path)),
  text: (path) => readText(join(folder, path)),
  chunks: (path) => chunksOf(join(folder, path)),
});

function readText(place: string): string {
  const bytes = readRegular(place);
  if (bytes === null) throw new Error(`There is no file ${place}.`);
  return bytes.toString("utf8");
}

/** Each chunk overwrites the one before it: a caller that keeps a chunk must copy it. */
function* chunksOf(place: string): Generator<Uint8Array> {
  const file = openSync(place, "r");
  const part = new Uint8Array(PART);
  try {
    for (let length = readSync(file, part); length > 0; length = readSync(file, part)) yield part.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A workspace for a new release, next to the published ones, so that a rename can publish it. */
export async function beginBeside(releases: string): Promise<Workspace> {
  const folder = join(releases, temporaryName("next"));
  await makeFolder(folder);
  const commit = async (version: string) => {
    for (const made of foldersOf(folder)) await syncFolder(made);
    try {
      await rename(folder, join(releases, version));
    } catch (error) {
      throw codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST"
        ? new Error(`${version} is already published.`, { cause: error })
        : error;
    }
    await syncFolder(releases);
  };
  const handOver = async (path: string, version: string) => {
    const place = join(releases, version, path);
    await makeFolder(dirname(place));
    await rename(join(folder, path), place);
    await syncFolder(dirname(place));
  };
  return workspaceIn(folder, { commit, handOver });
}

/** A workspace for a trial release, which cannot be published. */
export async function beginElsewhere(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "jnim-data-")).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new UsageError(`The temporary folder ${tmpdir()} does not exist. Name another one in TMPDIR.`);
  });
  const refuse = () => Promise.reject(new Error("A trial release cannot be published."));
  return workspaceIn(folder, { commit: refuse, handOver: refuse });
}

function workspaceIn(folder: string, publishing: Pick<Workspace, "commit" | "handOver">): Workspace {
  const place = (path: string) => join(folder, path);
  return {
    ...folderReader(folder),
    create: (path) => {
      mkdirSync(dirname(place(path)), { recursive: true });
      return fileWriter(path, place(path));
    },
    place: (path) => {
      // Created here, because a library might give the file other permissions.
      closeSync(openSync(place(path), "wx"));
      return place(path);
    },
    adopt: (path) => adopted(path, place(path)),
    remove: (path) => rmSync(place(path)),
    ...publishing,
    // If the folder is read-only, the error that came first is the one to report.
    discard: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

/** Writes a new file in large parts, and waits at the end until it is on the disk. */
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

/** The facts of a file that a library wrote. Waits until it is on the disk. */
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

/** A folder and all its subfolders. */
const foldersOf = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name)),
];
