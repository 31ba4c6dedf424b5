import { command } from "#pipeline/cli/command.ts";
import { dist, folders, json, outlines, staged } from "#pipeline/cli/options.ts";

/** Commands that read releases, show them, or take one back. */
export const RELEASES = [
  command({
    words: "explain <table> [record] [column]",
    describe: "Trace a value to its rule, statements and source sentences",
    options: (options) =>
      dist(json(folders(options)))
        .positional("table", {
          type: "string",
          demandOption: true,
          describe: "Published table, or a citation such as jnim-data@VERSION#RECORD",
        })
        .positional("record", { type: "string", describe: "Id of a record" })
        .positional("column", { type: "string", describe: "Column (default: all columns that have a value)" }),
    run: async (options) => (await import("#pipeline/commands/explain.ts")).explain(options),
  }),
  command({
    words: "diff <from> <to>",
    describe: "Show what changed between two releases, or since a release",
    options: (options) =>
      json(dist(staged(folders(options))))
        .positional("from", { type: "string", demandOption: true, describe: "Version, or latest" })
        .positional("to", {
          type: "string",
          demandOption: true,
          describe: "Version, latest, or staged for what raw/ gives now",
        }),
    run: async (options) => (await import("#pipeline/commands/diff.ts")).diff(options),
  }),
  command({
    words: "releases",
    describe: "List the releases, newest first",
    options: (options) => json(dist(options)),
    run: async (options) => (await import("#pipeline/commands/releases.ts")).releases(options),
  }),
  command({
    words: "verify [release]",
    describe: "Verify that releases are what was published",
    options: (options) =>
      json(dist(options))
        .positional("release", { type: "string", default: "latest", describe: "Version, latest or all" })
        .option("signers", {
          type: "string",
          describe: "File of allowed signers, as OpenSSH reads it (default: allowed_signers beside the releases)",
        }),
    run: async (options) => (await import("#pipeline/commands/verify.ts")).verify(options),
  }),
  command({
    words: "editions [release]",
    describe: "Make the editions of a release that are absent, as after a clone",
    options: (options) =>
      outlines(dist(options)).positional("release", {
        type: "string",
        default: "latest",
        describe: "Version, or latest",
      }),
    run: async (options) => (await import("#pipeline/commands/editions.ts")).editions(options),
    output: "report",
  }),
  command({
    words: "site",
    describe: "Write releases as pages to look at",
    options: (options) =>
      outlines(dist(options))
        .option("release", {
          type: "string",
          array: true,
          default: [],
          describe: "Versions, or latest (default: the newest, and the last of each major version)",
        })
        .option("out", { type: "string", default: "dist/site", describe: "Folder of the site, which is replaced" })
        .option("base", { type: "string", describe: "Address at which the site will stand" }),
    run: async (options) => (await import("#pipeline/commands/site.ts")).site(options),
    output: "report",
  }),
  command({
    words: "withdraw <release>",
    describe: "Take back a release that endangers a person",
    options: (options) =>
      dist(options)
        .positional("release", { type: "string", demandOption: true, describe: "Version" })
        .option("reason", { type: "string", demandOption: true, describe: "Why, in one sentence for readers" }),
    run: async (options) => (await import("#pipeline/commands/withdraw.ts")).withdraw(options),
    output: "report",
  }),
];
