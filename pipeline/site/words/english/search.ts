/** The words of the search, the releases and the page about the pages. */
export const searchWords = {
  title: "Search",
  lead: "Find records, actors, places, sources, columns and codes by their words. Nothing that you type leaves your computer.",
  label: "Words",
  hint: "All words must occur. Accents and capitals do not matter.",
  /** `{shown}` and `{all}` are replaced in the browser. */
  count: "{shown} of {all} results",
  none: "Nothing has all of these words.",
  browse: "Without a search, these lists lead to everything:",
  kinds: {
    record: "record",
    actor: "actor",
    place: "place",
    source: "source",
    column: "column",
    code: "code",
    disagreement: "disagreement",
  },
  limits: [
    "The search knows the words of this release. Persons are found by the records about them, not by a page of their own.",
  ],
};

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
  change: (record: string, column: string) => `${record} ${column}`,
  fromTo: (old: string, now: string) => `“${old}” became “${now}”`,
  wholeTable: "The whole table",
  derived: "follows from other changes",
  more: (number: string) => `and ${number} more`,
  files: "The same as files:",
  limits: ["Changes that follow from others, such as counts, are summed up."],
};

export const aboutWords = {
  title: "About these pages",
  lead: "How these pages are made, how their addresses work, and what to do if one does not work for you.",
  sections: [
    {
      title: "How they are made",
      lines: [
        "Every page is made from the files of one release, and from nothing else, by a program that is published with the data. The same release gives the same pages.",
        "A mistake in a page can be mended without touching the data: the release and its hashes stay as they are.",
      ],
    },
    {
      title: "Addresses",
      lines: [
        "The pages of release 1.0.0 are below `/1.0.0/`, and stay there. The same addresses without a version lead to the newest release.",
        "The row that is cited as `jnim-data@1.0.0#exp-013` is at `/1.0.0/r/exp-013.html`. All versions of it, or its tombstone, are at `/id/exp-013.html`.",
        "Actors, places, sources, tables, columns and codes have pages in `actor/`, `place/`, `source/`, `table/`, `column/` and `code/`.",
      ],
    },
    {
      title: "Outlines on the map",
      lines: [
        "Outlines of countries and regions come from Natural Earth (Admin 1, 1:10m), which is in the public domain. Boundaries age: Ménaka and Bandiagara are not regions of their own there.",
        "A fill says that a source mentions activity somewhere in a unit at some time. It never says that a group controls it, and there is no front line.",
      ],
    },
    {
      title: "Accessibility",
      lines: [
        "The pages aim at WCAG 2.2, level AA. Every kind of page is tested by a program in light and dark colours and on a narrow screen, and works without scripts, by keyboard and in print.",
        "Every drawing is followed by the same facts as a table or list. No program finds every barrier: if something does not work for you, please tell us in the issues of the repository.",
      ],
    },
    {
      title: "Privacy",
      lines: [
        "There are no cookies, no counters and no fonts or scripts from elsewhere. What you type into a filter or the search stays in your browser.",
      ],
    },
  ],
};
