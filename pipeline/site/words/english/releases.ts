/** Values of a row on a community, each with the source whose statement it is. */
interface SaidChange {
  readonly before: string;
  readonly old: string;
  readonly after: string;
  readonly now: string;
}

/** The words of the page of all releases. */
export const releasesWords = {
  title: "Releases",
  lead: "Every release, and what changed in each, in sentences and row by row. A release never changes: a correction is a new one.",
  release: (version: string, day: string) => `${version}, ${day}`,
  shown: "Its pages",
  notShown: "Its pages are not on this site; its files stay where it was published.",
  first: "The first release.",
  same: "No cell changed: only files or words did.",
  inTable: {
    added: (table: string, rows: number) => `${table}: ${rows} ${rows === 1 ? "row was" : "rows were"} added`,
    changed: (table: string, cells: number) =>
      `${table}: ${cells} ${cells === 1 ? "cell was" : "cells were"} corrected`,
    retired: (table: string, rows: number) => `${table}: ${rows} ${rows === 1 ? "row was" : "rows were"} retired`,
  },
  fromTo: (old: string, now: string) => `“${old}” became “${now}”`,
  saidFromTo: ({ before, old, after, now }: SaidChange) =>
    before === after
      ? `${after} says, as coded before, “${old}”; as coded now, “${now}”`
      : `${before} says, as coded before, “${old}”; ${after} says, as coded now, “${now}”`,
  /** The reason for a change on what is said about a community is the coders', and not what the source says. */
  onSaid: (source: string, reason: string) => `On what ${source} says: ${reason}`,
  wholeTable: "The whole table",
  derived: "follows from other changes",
  more: (number: string) => `and ${number} more`,
  files: "The same as files:",
  feedNote: "A feed tells a news reader of each new release:",
  limits: ["Changes that follow from others, such as counts, are summed up."],
};
