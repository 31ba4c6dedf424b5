/** The bytes of a file on disk, and its path as the user would type it. */
export interface DiskFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Why a file could not be read. */
export type ReadFault =
  /** A link whose target does not exist, or that leads back to itself. */
  | "dangling-link"
  | "link-loop"
  /** Something else than a regular file: reading it might never end. */
  | "folder"
  | "fifo"
  | "socket"
  | "device"
  | "denied"
  /** Another program wrote or removed it during the reading. */
  | "changed"
  | "vanished"
  /** The system reported another error. */
  | "system";

/** A file that should be read, and why it was not. `detail` is the system's error code. */
export type UnreadFile = { readonly path: string } & (
  | { readonly fault: ReadFault; readonly detail: string | null }
  | { readonly fault: "too-large"; readonly limit: "fileBytes" | "inputBytes"; readonly bytes: number }
);

/** The files of a second coding of a source. */
export interface SecondFolder {
  readonly sourceId: string;
  readonly coderId: string;
  /** The folder, as the user would type it. */
  readonly path: string;
  readonly files: readonly DiskFile[];
}

/** The input: the coded tables, the sentence indexes, and the texts that are available, each file read once. */
export interface RawInput {
  /** The folder of the coded tables, as the user would type it. */
  readonly codedPath: string;
  readonly coded: readonly DiskFile[];
  /** The paths of what else is in their folder, without hidden files and the lock files of spreadsheet programs. */
  readonly strays: readonly string[];
  /** The second codings, by source and coder. */
  readonly second: readonly SecondFolder[];
  readonly indexes: readonly DiskFile[];
  readonly texts: readonly DiskFile[];
  /** The outlines of countries and regions, and the label anchors. Without outlines, coordinates are not compared with them. */
  readonly outlines: readonly DiskFile[];
  /** Files of these kinds that could not be read. */
  readonly unread: readonly UnreadFile[];
}

/** The name of a file without its folder. */
export const fileName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** `acled-2023` of `raw/documents/acled-2023.index.csv` and of `acled-2023.txt`. */
export const fileStem = (path: string) => fileName(path).replace(/(\.index)?\.(csv|txt)$/u, "");

/**
 * Which files of a folder are read. Temporary files of editors and spreadsheets (`.~lock…`) are not, nor are the notes
 * on a text (`acled-2023.notes.txt`). A name may contain a line break.
 */
export const isCodedName = (name: string) => /^[^.].*\.csv$/su.test(name);
export const isStrayName = (name: string) => !isCodedName(name) && !/^(?:\.|~\$)/u.test(name);
export const isIndexName = (name: string) => /^[^.].*\.index\.csv$/su.test(name);
export const isOutlineName = (name: string) => /^[^.].*\.topo\.json$/su.test(name) || isAnchorName(name);
export const isAnchorName = (name: string) => name === "anchors.csv";
export const isTextName = (name: string) => /^[^.].*(?<!\.notes)\.txt$/su.test(name);
