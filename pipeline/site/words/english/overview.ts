import { firstThings, notToConclude } from "#schemas/reading.ts";

/** What stands on the first page. `…` marks names of columns and tables. */
export const overviewWords = {
  lead: "A dataset of what published documents say about an armed group, Jama'at Nusrat al-Islam wal-Muslimin (JNIM), and its surroundings, in which every cell leads to the sentence that it was coded from.",
  what: [
    "The data hold the group's profile, its names and relations, the steps of its expansion, its economic warfare, and other events.",
    "They are coded by hand from a few published documents: this is what those documents say, not a list of everything that happened.",
    "Every row is led by one statement of one source, and claims no more than that statement does.",
    "Where sources disagree, their claims stand side by side, and every disagreement is itself a row.",
    "Dates are only as precise as the sources make them. Nothing that was published disappears without a tombstone and a reason.",
  ],
  notToConcludeTitle: "What must not be concluded",
  notToConclude,
  numbersTitle: "In numbers",
  numbers: {
    records: (alone: string) => `records, of which ${alone} are based on one independent source`,
    sources: (independent: string) =>
      `documents, of which ${independent} do not retell another one of them; how reliable each is, and why, is on its page`,
    disagreements: "questions that the sources answer differently",
    steps: (undated: string) => `steps of expansion, ${undated} of them without a date`,
    warfare: (patterns: string) => `incidents of economic warfare, and ${patterns} patterns`,
    cells: "cells of statements, each with its sentence and with what became of it",
  },
  expansionTitle: "The expansion at a glance",
  expansionNote: (dated: string, undated: string) =>
    `${dated} steps have a date and ${undated} have none. The map and the timeline show both.`,
  toMap: "The map",
  toTimeline: "The timeline",
  firstThingsTitle: "Five things to know first",
  firstThings,
  toCodebook: "All of it is in the codebook.",
  downloadsTitle: "Download",
  downloadsNote: "The hash is the SHA-256 of the file. R reads load.R, which needs the folder data beside it.",
  downloadsCaption: "The files of this release by who uses them",
  downloadHeads: { user: "For", file: "File", size: "Size", hash: "SHA-256" },
  users: {
    spreadsheet: "a spreadsheet",
    r: "R",
    tables: "Python, SQL and other programs: one file for each table",
    parquet: "Python, SQL and other programs: one file for each table, with types",
    sqlite: "SQLite",
    map: "a map, such as QGIS",
    descriptor: "Frictionless and other programs that read Data Packages",
    crawler: "a catalogue or crawler",
    everything: "everything in one archive",
  },
  filesForEachTable: (number: number, ending: string) => `${number} files ${ending}`,
  notHere: (version: string) =>
    `Files without a link are made from the others. To make them, run “npm run pipeline -- editions ${version}” in a clone of the repository, or download them where the release is hosted.`,
  citeTitle: "How to cite",
  citeNote: (example: string) => `Cite one row by its id, such as ${example}: its page has the same address for ever.`,
  changesTitle: "What changed",
  changes: (added: string, changed: string, retired: string, newTables: readonly string[]) =>
    `In this release, ${added}, ${changed} and ${retired}.${newTables.length === 0 ? "" : ` New tables: ${newTables.join(", ")}.`}`,
  changesNone: "This is the first release.",
  rowsAdded: (number: number) => `${number} rows were added`,
  cellsChanged: (number: number) => `${number} cells were corrected`,
  rowsRetired: (number: number) => `${number} rows were retired`,
  toReleases: "All releases and their changes",
};
