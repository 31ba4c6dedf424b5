import type { Issue } from "#pipeline/core/issue.ts";

/** What descriptors and SHA256SUMS record about a file. */
export interface FileFacts {
  /** Path relative to the folder of its release, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads the files of one release, either published or still being written. */
export interface ReleaseReader {
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string;
  /** The bytes of a file from its start, one chunk at a time. */
  readonly chunks: (path: string) => Iterable<Uint8Array>;
}

/** An open file, written piece by piece. */
export interface FileWriter {
  readonly write: (bytes: Uint8Array) => void;
  /** Closes the file once it is on the disk. */
  readonly close: () => FileFacts;
}

/** A release that is still being written, in a folder that readers do not see. */
export interface Workspace extends ReleaseReader {
  readonly create: (path: string) => FileWriter;
  /** Creates an empty file and returns its place, for a library that only writes to disk. Call `adopt` afterwards. */
  readonly place: (path: string) => string;
  readonly adopt: (path: string) => FileFacts;
  readonly remove: (path: string) => void;
  /** Publishes the complete release atomically, once it is on the disk. */
  readonly commit: (version: string) => Promise<void>;
  /** Deletes everything that was written. */
  readonly discard: () => Promise<void>;
}

/** What the folder of a release says about it. The catalog and the feed are built from these facts. */
export interface ReleaseOnDisk {
  readonly version: string;
  /** ISO day of its publication. */
  readonly created: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sumsHash: string;
  /** Its CHANGELOG.md. */
  readonly changelog: string;
}

/** All releases, and the files above them. Only the holder of the lock may change anything. */
export interface ReleaseStore {
  /** The folder, as the user would type it. */
  readonly folder: string;
  /** The published versions, newest first. */
  readonly versions: () => Promise<readonly string[]>;
  readonly open: (version: string) => Promise<ReleaseReader>;
  readonly releases: () => Promise<readonly ReleaseOnDisk[]>;
  /** Issues for everything that differs from what was published: releases must not change or disappear. */
  readonly verify: () => Promise<readonly Issue[]>;
  /** Begins a release. */
  readonly begin: () => Promise<Workspace>;
  /** Whether a dead process left its lock: the next holder then has something to clear away. */
  readonly hasDeadLock: () => Promise<boolean>;
  /** Paths of temporary files and folders that an unfinished run left. */
  readonly leftovers: () => Promise<readonly string[]>;
  readonly removeLeftover: (path: string) => Promise<void>;
  /** A file above the releases; `null` if it does not exist. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>;
  /** The target of `latest`, such as `releases/1.0.0`; `""` if it is not a link, `null` if it does not exist. */
  readonly latest: () => Promise<string | null>;
  readonly pointLatestTo: (target: string | null) => Promise<void>;
}

/** Lets signals arrive, and throws if one did. Long-running work calls it regularly. */
export type Pause = () => Promise<void>;

/** Writes a whole file. */
export function writeFile(workspace: Workspace, path: string, content: string | Uint8Array): FileFacts {
  const file = workspace.create(path);
  file.write(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return file.close();
}
