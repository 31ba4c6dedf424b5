/** What can be wrong with a file of a release. */
export type FileFault =
  /** The file differs from the hash in SHA256SUMS. */
  | "changed"
  | "missing"
  /** SHA256SUMS does not list the file. */
  | "unlisted"
  /** A link, a socket, a pipe or a device. */
  | "not-a-file"
  /** There is no SHA256SUMS. */
  | "no-sums"
  /** manifest.json or datapackage.json cannot be read. */
  | "unreadable"
  /** The file says that it belongs to another version or day. */
  | "other-version"
  /** The hashes in manifest.json are not those of SHA256SUMS. */
  | "other-manifest"
  /** withdrawn.json does not prove that it is about this release. */
  | "bad-tombstone";

/** What can be wrong with the place of a release among the others. */
export type ChainFault =
  /** catalog.json lists the release, but its folder does not exist. */
  | "gone"
  /** Its SHA256SUMS has another hash than catalog.json records. */
  | "other-sums"
  /** The next release names another hash. */
  | "other-than-named"
  /** catalog.json records another day, or a withdrawal that did not happen. */
  | "other-entry"
  /** It is neither in catalog.json nor the successor of the newest release there. */
  | "uncatalogued"
  /** catalog.json is missing or cannot be read. */
  | "no-catalog"
  /** Its manifest names no predecessor, or one that does not exist. */
  | "no-predecessor"
  /** It is one of the first releases, and not the one that was published. */
  | "other-first-release"
  /** It is dated before its predecessor. */
  | "before-predecessor"
  /** It is dated later than tomorrow. */
  | "in-the-future";
