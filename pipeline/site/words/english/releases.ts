import { grouped } from "../../parts/grouped.ts";

/** Values of a row on a community, each with the source whose statement it is. */
interface SaidChange {
  readonly before: string;
  readonly old: string;
  readonly after: string;
  readonly now: string;
}

const numberOf = (number: number, thing: string) =>
  `${grouped(number)} ${number === 1 ? `${thing} was` : `${thing}s were`}`;

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
    table: {
      added: (table: string) => `${table}: a new table.`,
      changed: (table: string) => `${table}: the table was changed.`,
      retired: (table: string) => `${table}: the table was retired.`,
    },
    column: {
      added: (table: string, number: number) => `${table}: ${numberOf(number, "column")} added`,
      changed: (table: string, number: number) => `${table}: ${numberOf(number, "column")} changed`,
      retired: (table: string, number: number) => `${table}: ${numberOf(number, "column")} retired`,
    },
    stated: {
      added: (table: string, number: number) => `${table}: ${numberOf(number, "row")} added`,
      changed: (table: string, number: number) => `${table}: ${numberOf(number, "cell")} corrected`,
      retired: (table: string, number: number) => `${table}: ${numberOf(number, "row")} retired`,
    },
    derived: {
      added: (table: string, number: number) => `${table}: ${numberOf(number, "derived row")} added`,
      changed: (table: string, number: number) => `${table}: ${numberOf(number, "derived value")} changed`,
      retired: (table: string, number: number) => `${table}: ${numberOf(number, "derived row")} retired`,
    },
  },
  summedUp: (number: number) => `${grouped(number)} ${number === 1 ? "row" : "rows"}, summed up`,
  fromTo: (old: string, now: string) => `“${old}” became “${now}”`,
  saidFromTo: ({ before, old, after, now }: SaidChange) =>
    before === after
      ? `${after} says, as coded before, “${old}”; as coded now, “${now}”`
      : `${before} says, as coded before, “${old}”; ${after} says, as coded now, “${now}”`,
  derived: "follows from other changes",
  more: (number: string) => `and ${number} more`,
  files: "The same as files:",
  feedNote: "A feed tells a news reader of each new release:",
  limits: ["A derived row or value follows from others, such as a count does. Many of them are summed up."],
};
