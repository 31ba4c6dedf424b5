import type { Issue } from "#pipeline/core/issue.ts";

/** A file as descriptors and sums name it. */
export interface FileFacts {
  /** Path from the folder of its release, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of one release, read: of one that is published, or of one in the making. */
export interface ReleaseReader {
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string;
  /** The bytes of a file from its start, a part at a time. */
  readonly chunks: (path: string) => Iterable<Uint8Array>;
}

/** A file that is being written. */
export interface FileWriter {
  readonly write: (bytes: Uint8Array) => void;
  /** Ends the file. */
  readonly close: () => FileFacts;
}

/** A release in the making: a folder that no reader sees. */
export interface Workspace extends ReleaseReader {
  readonly create: (path: string) => FileWriter;
  /** Makes an empty file and says where it is, for a library that writes to the disk only; `adopt` then takes the file in. */
  readonly place: (path: string) => string;
  readonly adopt: (path: string) => FileFacts;
  readonly remove: (path: string) => void;
  /** Puts the release in its place, whole and once the disk has it. */
  readonly commit: (version: string) => Promise<void>;
  /** Takes away everything that was written. */
  readonly discard: () => Promise<void>;
}

/** What a release's own folder says of it: the catalog and the feed are made of these. */
export interface ReleaseOnDisk {
  readonly version: string;
  /** ISO day of its publication. */
  readonly created: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sumsHash: string;
  /** Its CHANGELOG.md. */
  readonly changelog: string;
}

/** The releases that are there, and what lies above them. Only the holder of the lock may change anything. */
export interface ReleaseStore {
  /** The folder, as the user knows it. */
  readonly folder: string;
  /** Versions published, newest first. */
  readonly versions: () => Promise<readonly string[]>;
  readonly open: (version: string) => Promise<ReleaseReader>;
  readonly releases: () => Promise<readonly ReleaseOnDisk[]>;
  /** What is not as it was published: a release never changes, and never goes. */
  readonly verify: () => Promise<readonly Issue[]>;
  /** Begins a release. */
  readonly begin: () => Promise<Workspace>;
  /** Whether a dead process left its lock: then the next holder has something to clear away. */
  readonly hasDeadLock: () => Promise<boolean>;
  /** What a run that did not end left behind. */
  readonly leftovers: () => Promise<readonly string[]>;
  readonly removeLeftover: (path: string) => Promise<void>;
  /** A file above the releases; `null` where it is not there. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Where `latest` leads, such as `releases/1.0.0`; `""` for what is no link, `null` for nothing. */
  readonly latest: () => Promise<string | null>;
  readonly pointLatestTo: (target: string | null) => Promise<void>;
}

/** Lets signals through, and stops the work where one came: called every so often by whatever takes long. */
export type Pause = () => Promise<void>;

/** Writes a whole file. */
export function writeFile(workspace: Workspace, path: string, content: string | Uint8Array): FileFacts {
  const file = workspace.create(path);
  file.write(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return file.close();
}
