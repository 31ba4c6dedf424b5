import type { Cells, ReleaseView } from "./release-view.ts";

/** Where each row of a table stands. */
const known = new WeakMap<readonly Cells[], ReadonlyMap<Cells, number>>();

/** Rows of a table in its order, each once. It takes no step for the rows that were not found. */
export function inTableOrder(table: string, found: Iterable<Cells>, view: ReleaseView): Cells[] {
  const rows = view.rows(table);
  const places = known.get(rows) ?? new Map(rows.map((row, at) => [row, at]));
  known.set(rows, places);
  return [...new Set(found)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
