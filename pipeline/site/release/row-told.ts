import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/**
 * The row that another one tells of: that of a claim, of a side, of a tombstone or of a change. A retired row is known
 * by its last values. `null` if it tells of none.
 */
export function rowTold({ table = "", record_id: id = "" }: Cells, view: ReleaseView): Cells | null {
  if (table === "" || id === "") return null;
  return view.find(table, id) ?? lastValues(view.changesOf(table, id));
}

/** The last values of a retired row, which changes.csv has as JSON. Empty if a release before that had no such note. */
export function lastValues(changes: readonly Cells[]): Cells {
  const values = parseJson(changes.find(({ change }) => change === "retired")?.old_value ?? "");
  if (!isRecord(values)) return {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? "" : String(value)]));
}
