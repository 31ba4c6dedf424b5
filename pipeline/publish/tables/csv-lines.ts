import { stringifyRows } from "#pipeline/core/csv-text.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { Row, Value } from "#pipeline/core/row.ts";

/** Writes rows to a file, and returns the facts of that file. */
export interface RowSink {
  readonly add: (row: Row) => void;
  readonly close: () => FileFacts;
}

/** Number of rows to format per call: enough to amortise the call, but few enough for cheap garbage collection. */
const ROWS_AT_A_TIME = 256;

const encoder = new TextEncoder();

export const csvHeader = (columns: readonly string[]) => encoder.encode(stringifyRows([columns]));

/** Turns rows into the bytes of their CSV lines, several rows at a time. */
export function csvLines(columns: readonly string[], write: (bytes: Uint8Array) => void) {
  let waiting: Value[][] = [];
  const flush = () => {
    if (waiting.length > 0) write(encoder.encode(stringifyRows(waiting)));
    waiting = [];
  };
  return {
    add: (row: Row) => {
      waiting.push(columns.map((column) => row[column] ?? null));
      if (waiting.length >= ROWS_AT_A_TIME) flush();
    },
    flush,
  };
}
