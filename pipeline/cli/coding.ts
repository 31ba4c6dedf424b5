import { command } from "#pipeline/cli/command.ts";
import { dist, json, raw, source, staged } from "#pipeline/cli/options.ts";

/** Commands for those who code: ids, workbooks, branches and second codings. */
export const CODING = [
  command({
    words: "find <words..>",
    describe: "Find actors, places, codes, sources, works and records by id, name or words",
    options: (options) =>
      json(raw(options))
        .positional("words", {
          type: "string",
          array: true,
          demandOption: true,
          describe: "Words that all must occur, without regard to capitals and accents",
        })
        .option("all", {
          type: "boolean",
          default: false,
          describe: "Print every hit, not only the best of each kind",
        }),
    run: async (options) => (await import("#pipeline/commands/find.ts")).find(options),
  }),
  command({
    words: "next-id <table>",
    describe: "Print the next free ids of a table",
    options: (options) =>
      json(dist(raw(options)))
        .positional("table", {
          type: "string",
          demandOption: true,
          describe: "Coded or published table, or prefix of its ids, such as expansion, events or dis",
        })
        .option("count", { alias: "n", type: "number", describe: "How many ids to print (default: 1)" }),
    run: async (options) => (await import("#pipeline/commands/next-id.ts")).nextId(options),
  }),
  command({
    words: "sheet [tables..]",
    describe: "Write a workbook for coding, or read one and write its changes into raw/coded",
    options: (options) =>
      raw(options)
        .positional("tables", { type: "string", array: true, default: [], describe: "Coded tables (default: all)" })
        .option("out", { type: "string", describe: "Workbook to write, FILE.xlsx" })
        .option("read", { type: "string", describe: "Workbook to read, FILE.xlsx" }),
    run: async (options) => (await import("#pipeline/commands/sheet.ts")).sheet(options),
    output: "report",
  }),
  command({
    words: "renumber <ref>",
    describe: "Give new ids to rows of this branch whose ids another branch took too",
    options: (options) =>
      raw(options)
        .positional("ref", { type: "string", demandOption: true, describe: "Branch to merge with, or a commit" })
        .option("check", {
          type: "boolean",
          default: false,
          describe: "Report what a merge would do to rows, but change nothing",
        }),
    run: async (options) => (await import("#pipeline/commands/renumber.ts")).renumber(options),
    output: ({ check }) => (check ? "result" : "report"),
  }),
  command({
    words: "agreement <source>",
    describe: "Compare the codings of a source, and write what differs into staged/agreement",
    options: (options) => source(json(staged(raw(options)))),
    run: async (options) => (await import("#pipeline/commands/agreement.ts")).agreement(options),
  }),
];
