import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type {
  FileWriter,
  ReleaseOnDisk,
  ReleaseReader,
  ReleaseStore,
  Workspace,
} from "#pipeline/core/release-store.ts";
import { byNewest } from "#pipeline/core/version-number.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

/** Short, so that records and characters are torn apart at every border. */
const PART = 1000;

/** A release that is held in memory, read as from the disk: the same memory is used for each part. */
export function readerOf(files: Files): ReleaseReader {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`There is no file ${path}.`);
    return bytes;
  };
  return {
    has: (path) => files.has(path),
    text: (path) => new TextDecoder().decode(bytesOf(path)),
    chunks: function* chunks(path) {
      const bytes = bytesOf(path);
      const part = new Uint8Array(PART);
      for (let start = 0; start < bytes.length; start += PART) {
        const taken = bytes.subarray(start, start + PART);
        part.set(taken);
        yield part.subarray(0, taken.length);
      }
    },
  };
}

/** A workspace in memory, with what was written into it. */
export interface MemoryWorkspace extends Workspace {
  readonly files: Files;
}

/** A file that a library writes to the disk lies there until it is adopted, and then in memory too. */
export function memoryWorkspace(commit: (version: string, files: Files) => void = () => undefined): MemoryWorkspace {
  const files = new Map<string, Uint8Array>();
  const placed = new Map<string, string>();
  const keep = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes);
    return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
  };
  return {
    ...readerOf(files),
    files,
    create: (path) => {
      if (files.has(path)) throw new Error(`${path} is there already.`);
      files.set(path, new Uint8Array());
      return memoryFile((bytes) => keep(path, bytes));
    },
    place: (path) => {
      const place = join(mkdtempSync(join(tmpdir(), "jnim-placed-")), basename(path));
      writeFileSync(place, "");
      placed.set(path, place);
      return place;
    },
    adopt: (path) => {
      const place = placed.get(path) ?? "";
      const bytes = readFileSync(place);
      rmSync(dirname(place), { recursive: true });
      return keep(path, bytes);
    },
    remove: (path) => {
      if (!files.delete(path)) throw new Error(`There is no file ${path}.`);
    },
    handOver: (path) => Promise.reject(new Error(`${path} is held in memory, and cannot be handed over.`)),
    commit: (version) => Promise.resolve(commit(version, new Map(files))),
    discard: () => Promise.resolve(files.clear()),
  };
}

function memoryFile(keep: (bytes: Uint8Array) => ReturnType<FileWriter["close"]>): FileWriter {
  const parts: Uint8Array[] = [];
  return {
    write: (bytes) => void parts.push(Uint8Array.from(bytes)),
    close: () => keep(Buffer.concat(parts)),
  };
}

/** A store in memory, with what it holds: the files of each release, and those above them. */
export interface MemoryStore extends ReleaseStore {
  readonly published: ReadonlyMap<string, Files>;
  readonly overview: Files;
  /** The version that `latest` is a copy of. */
  readonly latest: () => string | null;
  readonly begin: () => Promise<MemoryWorkspace>;
}

export function memoryStore(releases: Readonly<Record<string, Files>> = {}): MemoryStore {
  const published = new Map(Object.entries(releases));
  const overview = new Map<string, Uint8Array>();
  let latest: string | null = null;
  const versions = () => [...published.keys()].sort(byNewest);
  const open = (version: string) => readerOf(published.get(version) ?? new Map());
  const releasesOnDisk = () =>
    versions().map((version): ReleaseOnDisk => {
      const { created, previous } = JSON.parse(open(version).text("manifest.json"));
      return {
        version,
        created: String(created),
        sumsHash: sha256Hex(open(version).text("SHA256SUMS")),
        previous,
        withdrawn: null,
        changelog: () => open(version).text("CHANGELOG.md"),
      };
    });
  return {
    published,
    overview,
    folder: "dist",
    versions: () => Promise.resolve(versions()),
    open: (version) => Promise.resolve(open(version)),
    releases: () => Promise.resolve(releasesOnDisk()),
    check: () => Promise.resolve({ issues: [], releases: releasesOnDisk(), isOverviewKept: false }),
    keep: () => Promise.resolve(),
    begin: () => Promise.resolve(memoryWorkspace((version, files) => void published.set(version, files))),
    withdraw: (version) => Promise.reject(new Error(`${version} is held in memory, and cannot be withdrawn.`)),
    halfWithdrawn: () => Promise.resolve([]),
    finishWithdrawal: () => Promise.resolve(),
    hasDeadLock: () => Promise.resolve(false),
    leftovers: () => Promise.resolve([]),
    removeLeftover: () => Promise.resolve(),
    read: (path) => Promise.resolve(overview.get(path) ?? null),
    replace: (path, bytes) => Promise.resolve(void overview.set(path, bytes)),
    latest: () => latest,
    takeFromLatest: () => Promise.resolve([]),
    absentFiles: () => Promise.resolve([]),
    faultOfLatest: (version) => Promise.resolve(latest === version ? null : "was another one"),
    replaceLatest: (version) => {
      latest = version;
      return Promise.resolve();
    },
  };
}
