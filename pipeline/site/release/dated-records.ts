import type { Cells, ReleaseView } from "./release-view.ts";

/** A step of expansion or an event. */
export interface TimeRecord {
  readonly table: "expansion_timeline" | "events";
  readonly row: Cells;
  /** The actor by which it is grouped; empty if none is named. */
  readonly actor: string;
}

/** All steps and events: those with a date by their earliest day, or the latest if that is all that is known, and those without. */
export function timeRecords(view: ReleaseView): {
  readonly dated: readonly TimeRecord[];
  readonly undated: readonly TimeRecord[];
} {
  const records = [
    ...view
      .rows("expansion_timeline")
      .map((row): TimeRecord => ({ table: "expansion_timeline", row, actor: row.actor ?? "" })),
    ...view.rows("events").map((row): TimeRecord => ({ table: "events", row, actor: row.actor1 ?? "" })),
  ];
  const dayOf = ({ row }: TimeRecord) => row.date_earliest || row.date_latest || "";
  const dated = records
    .filter(({ row }) => (row.date ?? "") !== "")
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return { dated, undated: records.filter(({ row }) => (row.date ?? "") === "") };
}

/** By actor, the actor with the most records first. */
export function byActor(records: readonly TimeRecord[]): (readonly [actor: string, records: readonly TimeRecord[]])[] {
  const groups = new Map<string, TimeRecord[]>();
  for (const record of records) groups.set(record.actor, [...(groups.get(record.actor) ?? []), record]);
  return [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
