import { command, group } from "#pipeline/cli/command.ts";
import { folders, json, loopback, source, sources, staged } from "#pipeline/cli/options.ts";

/** Commands that take in documents, and work with the sentence indexes of their texts. */
export const DOCUMENTS = group("documents", "Take in documents, and work with the sentence indexes of their texts", [
  command({
    words: "add <file>",
    describe: "Take in a document: write its text, notes and tables, and make its row for sources.csv",
    options: (options) =>
      loopback(folders(options))
        .positional("file", {
          type: "string",
          demandOption: true,
          describe: "File or address of a web page, PDF, DOCX, EPUB or plain text",
        })
        .option("id", { type: "string", demandOption: true, describe: "Source id, such as acled-2023" })
        .option("as", { type: "string", describe: "What the file is: html, pdf, docx, epub or text" })
        .option("pages", { type: "string", describe: "Pages of a PDF to take in, such as 3-18 (default: all)" })
        .option("date", { type: "string", describe: "Day of access, YYYY-MM-DD (default: today)" })
        .option("write", { type: "boolean", default: false, describe: "Add the row to sources.csv, and index" })
        .option("dry-run", {
          type: "boolean",
          default: false,
          describe: "Print the text, the notes and the row, write nothing",
        })
        .option("again", {
          type: "boolean",
          default: false,
          describe: "Show what a text that has an index would change into; with --write, replace it",
        }),
    run: async (options) => (await import("#pipeline/commands/documents-add.ts")).documentsAdd(options),
    output: ({ dryRun }) => (dryRun ? "result" : "report"),
  }),
  command({
    words: "index [sources..]",
    describe: "Split texts into sentences and write their indexes",
    options: (options) => sources(folders(options), "all sources whose text is available"),
    run: async (options) => (await import("#pipeline/commands/documents-index.ts")).documentsIndex(options),
    output: "report",
  }),
  command({
    words: "verify [sources..]",
    describe: "Compare every sentence of the texts with the indexes",
    options: (options) =>
      sources(json(folders(options)), "all sources whose text is available").option("relocate", {
        type: "boolean",
        default: false,
        describe: "Update the locators of sentences that moved",
      }),
    run: async (options) => (await import("#pipeline/commands/documents-verify.ts")).documentsVerify(options),
    output: ({ relocate }) => (relocate ? "report" : "result"),
  }),
  command({
    words: "coverage [sources..]",
    describe: "Report how many sentences are cited, passed over and unread",
    options: (options) =>
      sources(json(folders(options)), "all sources that have an index").option("strict", {
        type: "boolean",
        default: false,
        describe: "Fail if a sentence is unread",
      }),
    run: async (options) => (await import("#pipeline/commands/documents-coverage.ts")).documentsCoverage(options),
  }),
  command({
    words: "show <source>",
    describe: "Show the sentences of a source in order, with their state and the records that cite them",
    options: (options) =>
      source(json(folders(options)))
        .option("unread", { type: "boolean", default: false, describe: "Show unread sentences only" })
        .option("from", { type: "string", describe: "Paragraph or sentence to begin with, such as p12 or p12s3" })
        .option("format", {
          choices: ["text", "csv"] as const,
          default: "text" as const,
          describe: "csv prints a worksheet",
        }),
    run: async (options) => (await import("#pipeline/commands/documents-show.ts")).documentsShow(options),
  }),
  command({
    words: "check-updates [sources..]",
    describe: "Ask at the addresses of the sources whether their documents have changed",
    options: (options) => loopback(sources(json(folders(options)), "all sources that have an address")),
    run: async (options) =>
      (await import("#pipeline/commands/documents-check-updates.ts")).documentsCheckUpdates(options),
  }),
  command({
    words: "suggest <source>",
    describe: "Suggest what may be coded from each unread sentence of a source",
    options: (options) =>
      source(staged(folders(options)))
        .option("for", { type: "string", describe: "Show the sentences most likely of this table first" })
        .option("limit", { type: "number", describe: "How many sentences to show (default: all)" })
        .option("format", {
          choices: ["text", "csv"] as const,
          default: "text" as const,
          describe: "csv prints a row for each proposal",
        })
        .option("before-coding", {
          type: "boolean",
          default: false,
          describe: "Suggest although the first coding has not begun",
        }),
    run: async (options) => (await import("#pipeline/commands/documents-suggest.ts")).documentsSuggest(options),
  }),
]);
