import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
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
  const dated = records.filter(({ row }) => (row.date ?? "") !== "").sort((a, b) => byFirstDay(a.row, b.row));
  return { dated, undated: records.filter(({ row }) => (row.date ?? "") === "") };
}

/** By actor, the actor with the most records first. */
export const byActor = (records: readonly TimeRecord[]): (readonly [actor: string, records: readonly TimeRecord[]])[] =>
  [...groupBy(records, ({ actor }) => actor)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );

/** By the first day on which it may have happened, or the last one if only that is known. */
export function byFirstDay(one: Cells, other: Cells): number {
  const day = ({ date_earliest: earliest, date_latest: latest }: Cells) => earliest || latest || "";
  return byCodeUnit(day(one), day(other));
}
