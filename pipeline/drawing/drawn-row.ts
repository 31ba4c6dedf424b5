import type { Row } from "#pipeline/core/row.ts";

/** A row as drawings take it: cells are texts, and an unknown value is an empty text, as in the files of a release. */
export type DrawnRow = Readonly<Record<string, string>>;

/** A typed row → a row for drawings. */
export const drawnRow = (row: Row): DrawnRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? "" : String(value)]));
