/** The bytes of a file on disk, and its path as the user would type it. */
export interface DiskFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The input: the coded tables, the sentence indexes, and the texts that are available. */
export interface RawInput {
  /** The folder of the coded tables, as the user would type it. */
  readonly codedPath: string;
  readonly coded: readonly DiskFile[];
  readonly indexes: readonly DiskFile[];
  readonly texts: readonly DiskFile[];
  /** The outlines of countries and regions. Without them, coordinates are not compared with outlines. */
  readonly outlines?: readonly DiskFile[];
}

/** `acled-2023` of `raw/documents/acled-2023.index.csv` and of `acled-2023.txt`. */
export const fileStem = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/(\.index)?\.(csv|txt)$/u, "");

/** Which files of a folder are read. Temporary files of editors and spreadsheets (`.~lock…`) are not. */
export const isCodedName = (name: string) => /^[^.].*\.csv$/u.test(name);
export const isIndexName = (name: string) => /^[^.].*\.index\.csv$/u.test(name);
export const isOutlineName = (name: string) => /^[^.].*\.topo\.json$/u.test(name);
export const isTextName = (name: string) => /^[^.].*\.txt$/u.test(name);
