/**
 * How much the pipeline takes in. A hundred times the data of the first releases, about 160,000 coded rows, stays far
 * below each of these. What is larger is an issue whose message names the limit.
 */
export const limits = {
  /** Bytes of one file in raw/, and of one text. */
  fileBytes: 256 * 1024 * 1024,
  /** Bytes of a document to take in. The largest reports with pictures have some tens of millions. */
  documentBytes: 100 * 1024 * 1024,
  /** Bytes of all files that a command reads. */
  inputBytes: 1024 * 1024 * 1024,
  /** Rows of one table or sentence index, without the header. */
  rows: 500_000,
  /** Cells of one row, and columns of a header. */
  cells: 1_000,
  /** UTF-16 units of one cell. */
  cellLength: 100_000,
  /** UTF-16 units of one row: of all its cells. */
  rowLength: 1_000_000,
  /** Sentences that one cell cites. */
  sentences: 10_000,
} as const;

/** The limits on what `extract` reads. */
export type Limit = Exclude<keyof typeof limits, "sentences" | "documentBytes">;

/** Messages that a terminal shows. `staged/issues.csv` and `--json` have every issue. */
export const SHOWN_ISSUES = 1_000;

/** How often a terminal shows the same message for one column before it counts: more issues are one message. */
export const SHOWN_REPEATS = 3;

/** Different messages with one code that a terminal shows for one column, before it counts the others. */
export const SHOWN_ALIKE = 20;

/** Ranges of lines that such a message names. */
export const SHOWN_RANGES = 8;

/** UTF-16 units of a value, and items of a list, that a message quotes. */
export const QUOTED_LENGTH = 200;
export const QUOTED_ITEMS = 100;

/** Codes of a list that a message prints whole. */
export const SHOWN_CODES = 12;
