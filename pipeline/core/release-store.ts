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
  /** Moves a file that is on the disk into a published release that lacks it. */
  readonly handOver: (path: string, version: string) => Promise<void>;
  /** Publishes the complete release atomically, once it is on the disk. */
  readonly commit: (version: string) => Promise<void>;
  /** Deletes everything that was written. */
  readonly discard: () => Promise<void>;
}

/** A release, as another one names it. */
export interface ReleaseLink {
  readonly version: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sha256sums: string;
}

/** Why and when a release was taken back. Its files are gone; the rest of what is known of it stays. */
export interface Withdrawal {
  /** ISO day. */
  readonly date: string;
  readonly reason: string;
  /** One hash over the inputs that it was made from. */
  readonly inputs: string;
}

export type SignatureState =
  /** Made by one of the allowed signers. */
  | "right"
  /** Not made by one of the allowed signers, or not of this SHA256SUMS. */
  | "wrong"
  /** There is a signature, but nobody says who may sign. */
  | "unknown"
  | "none";

/** What the folder of a release says about it. The catalog, the feed and the chain of releases are built from these facts. */
export interface ReleaseOnDisk {
  /** The name of its folder. */
  readonly version: string;
  /** ISO day of its publication; empty if its manifest cannot be read. */
  readonly created: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sumsHash: string;
  /** The release before it, as its manifest names it: `null` for the first, `undefined` if the manifest says nothing. */
  readonly previous: ReleaseLink | null | undefined;
  readonly withdrawn: Withdrawal | null;
  /** Reads its CHANGELOG.md; empty for a withdrawn release. */
  readonly changelog: () => string;
}

/** What a check of all releases found. */
export interface StoreCheck {
  /** Everything that differs from what was published: releases must not change or disappear. */
  readonly issues: readonly Issue[];
  /** All releases, newest first, withdrawn ones included. */
  readonly releases: readonly ReleaseOnDisk[];
  /** Whether the catalog and the feed were found in order before, for just these releases, and have not changed since. */
  readonly isOverviewKept: boolean;
}

/** All releases, and the files above them. Only the holder of the lock may change anything. */
export interface ReleaseStore {
  /** The folder, as the user would type it. */
  readonly folder: string;
  /** The versions that can be read, newest first: withdrawn ones are not among them. */
  readonly versions: () => Promise<readonly string[]>;
  readonly open: (version: string) => Promise<ReleaseReader>;
  /** All releases, newest first, withdrawn ones included. Nothing is verified. */
  readonly releases: () => Promise<readonly ReleaseOnDisk[]>;
  /** Verifies the newest release whole. An older one is read again only if the size or time of one of its files changed. */
  readonly check: () => Promise<StoreCheck>;
  /** Remembers that everything was in order, so that the next check need not read all releases again. */
  readonly keep: () => Promise<void>;
  /** Begins a release. */
  readonly begin: () => Promise<Workspace>;
  /** Replaces the files of a release by a tombstone. The release is withdrawn once the tombstone is on the disk. */
  readonly withdraw: (version: string, tombstone: Uint8Array) => Promise<void>;
  /** Withdrawn releases some of whose files are still there. */
  readonly halfWithdrawn: () => Promise<readonly string[]>;
  /** Removes those files. */
  readonly finishWithdrawal: (version: string) => Promise<void>;
  /** Whether a dead process left its lock: the next holder then has something to clear away. */
  readonly hasDeadLock: () => Promise<boolean>;
  /** Paths of temporary files and folders that an unfinished run left. */
  readonly leftovers: () => Promise<readonly string[]>;
  readonly removeLeftover: (path: string) => Promise<void>;
  /** A file above the releases; `null` if it does not exist. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>;
  /** The files that SHA256SUMS of a release lists, but its folder lacks, in code-unit order. */
  readonly absentFiles: (version: string) => Promise<readonly string[]>;
  /** Copies editions that `latest/` has, and the folder of the same release lacks, as in a clone. Returns their paths. */
  readonly takeFromLatest: (version: string) => Promise<readonly string[]>;
  /** Why `latest/` is not a whole copy of a release, in words such as `was missing`; `null` if it is. Without a release, there should be none. */
  readonly faultOfLatest: (version: string | null) => Promise<string | null>;
  /** Makes `latest/` a whole copy of a release; `null` removes it. */
  readonly replaceLatest: (version: string | null) => Promise<void>;
}

/** Lets signals arrive, and throws if one did. Long-running work calls it regularly. */
export type Pause = () => Promise<void>;

/** Writes a whole file. */
export function writeFile(workspace: Workspace, path: string, content: string | Uint8Array): FileFacts {
  const file = workspace.create(path);
  file.write(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return file.close();
}
