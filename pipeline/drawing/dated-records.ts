import { groupBy } from "#pipeline/core/group-by.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { DrawnRow } from "./drawn-row.ts";

/** A step of expansion or an event. */
export interface TimeRecord {
  readonly table: "expansion_timeline" | "events";
  readonly row: DrawnRow;
  /** By name; empty if none is named. */
  readonly actor: string;
  /** The group in which it stands: the id of its actor, or one of those below. */
  readonly group: string;
}

/** Persons stand in one group: there is no heading, and so no record of deeds, for each of them. */
export const PERSONS = "@persons";
export const NOBODY = "@nobody";

interface TimeRecords {
  /** By their earliest day, or the latest if that is all that is known. */
  readonly dated: readonly TimeRecord[];
  readonly undated: readonly TimeRecord[];
}

/** All steps and events of a release, with a date and without one. */
export function timeRecords(rows: (table: string) => readonly DrawnRow[]): TimeRecords {
  const persons = new Set(
    rows("actors").flatMap(({ actor_id: id = "", actor_type: type }) => (type === "person" ? [id] : [])),
  );
  const groupOf = (id: string) => (id === "" ? NOBODY : persons.has(id) ? PERSONS : id);
  const steps = rows("expansion_timeline").map(
    (row): TimeRecord => ({
      ...{ table: "expansion_timeline", row, actor: row.actor ?? "", group: groupOf(row.actor_id ?? "") },
    }),
  );
  const events = rows("events").map(
    (row): TimeRecord => ({
      ...{ table: "events", row, actor: row.actor1 ?? "", group: groupOf(row.actor1_id ?? "") },
    }),
  );
  const records = [...steps, ...events];
  return {
    dated: records.filter(({ row }) => isDated(row)).sort((a, b) => byFirstDay(a.row, b.row)),
    undated: records.filter(({ row }) => !isDated(row)),
  };
}

/** The records of one group, at least one. */
export interface ActorGroup {
  readonly group: string;
  /** The name of the actor, for `PERSONS` that of the first. */
  readonly actor: string;
  readonly records: readonly TimeRecord[];
}

/** The group with the most records first. */
export const byActor = (records: readonly TimeRecord[]): ActorGroup[] =>
  [...groupBy(records, ({ group }) => group)]
    .map(([group, members]) => ({ group, actor: members[0]?.actor ?? "", records: members }))
    .sort((a, b) => b.records.length - a.records.length || byCodeUnit(a.actor, b.actor));

/** Whether anything is known of when. */
export const isDated = ({ date = "" }: DrawnRow) => date !== "";

/** By the first day on which it may have happened, or the last one if only that is known. */
export function byFirstDay(one: DrawnRow, other: DrawnRow): number {
  const day = ({ date_earliest: earliest, date_latest: latest }: DrawnRow) => earliest || latest || "";
  return byCodeUnit(day(one), day(other));
}
