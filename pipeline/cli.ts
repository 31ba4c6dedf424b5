import { inspect } from "node:util";
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { checkFolders } from "#pipeline/io/check-folders.ts";
import { formatFault } from "#pipeline/io/faults.ts";
import { report } from "#pipeline/io/terminal.ts";
import { type OutputIs, watchOutput } from "#pipeline/io/watch-output.ts";

const FAILED = 1;
const USAGE = 2;
const OUR_BUG = 70;

const rawOnly = <T>(command: Argv<T>) =>
  command.option("raw", { type: "string", default: "raw", describe: "Folder of the coded data" });

const folders = <T>(command: Argv<T>) =>
  command
    .option("raw", { type: "string", default: "raw", describe: "Folder of the coded data and sentence indexes" })
    .option("texts", {
      type: "string",
      describe: "Folder of the source texts (default: $DOCUMENTS_DIR and raw/documents)",
    });

const staged = <T>(command: Argv<T>) =>
  command.option("staged", { type: "string", default: "staged", describe: "Folder for intermediate results" });
const dist = <T>(command: Argv<T>) =>
  command.option("dist", { type: "string", default: "dist", describe: "Folder of the releases" });
const json = <T>(command: Argv<T>) =>
  command.option("json", { type: "boolean", default: false, describe: "Print JSON instead of text" });

const sources = <T>(command: Argv<T>, all: string) =>
  command.positional("sources", {
    type: "string",
    array: true,
    default: [],
    describe: `Source ids (default: ${all})`,
  });

/** A command that publishes or writes files only reports on them. */
let outputIs: OutputIs = "result";
watchOutput(() => outputIs);

/** Parses the command line, runs one command and returns its exit code. Only the module of that command is loaded. */
async function main(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  const exitWith = async (code: Promise<number>, output: OutputIs = "result") => {
    outputIs = output;
    exitCode = await code;
  };
  await yargs([...words])
    .scriptName("npm run pipeline --")
    .locale("en")
    .middleware(takeLast, true)
    .middleware(({ raw, staged, dist, texts }) => checkFolders({ raw, staged, dist, texts }))
    .command(
      ["run", "$0"],
      "Validate raw/, and publish a release in dist/ if something changed",
      (command) =>
        json(dist(staged(folders(command))))
          .option("check", {
            type: "boolean",
            default: false,
            describe: "Report what would be published, but publish nothing",
          })
          .option("preview", {
            type: "boolean",
            default: false,
            describe: "Show the change that would be published, record by record, but publish nothing",
          })
          .option("quiet", { type: "boolean", default: false, describe: "Print only errors and repairs" })
          .option("exit-code", {
            type: "boolean",
            default: false,
            describe: "Exit with 3 instead of 0 if there was nothing to do",
          })
          .option("date", {
            type: "string",
            describe: "Day of publication, YYYY-MM-DD (default: $SOURCE_DATE_EPOCH, or today)",
          })
          .option("sign-key", {
            type: "string",
            describe: "OpenSSH key to sign the release with (default: $JNIM_DATA_SIGN_KEY, or no signature)",
          }),
      (options) =>
        exitWith(
          import("#pipeline/commands/run.ts").then(({ run }) => run(options)),
          options.check || options.preview || options.json ? "result" : "report",
        ),
    )
    .command(
      "validate",
      "Check raw/ and report every issue, but publish nothing",
      (command) => json(staged(folders(command))),
      (options) => exitWith(import("#pipeline/commands/validate.ts").then(({ validate }) => validate(options))),
    )
    .command("documents", "Take in documents, and work with the sentence indexes of their texts", (command) =>
      command
        .command(
          "add <file>",
          "Take in a document: write its text, notes and tables, and make its row for sources.csv",
          (sub) =>
            folders(sub)
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
              .option("allow-loopback", LOOPBACK)
              .option("again", {
                type: "boolean",
                default: false,
                describe: "Show what a text that has an index would change into; with --write, replace it",
              }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-add.ts").then(({ documentsAdd }) => documentsAdd(options)),
              options.dryRun ? "result" : "report",
            ),
        )
        .command(
          "index [sources..]",
          "Split texts into sentences and write their indexes",
          (sub) => sources(folders(sub), "all sources whose text is available"),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-index.ts").then(({ documentsIndex }) => documentsIndex(options)),
              "report",
            ),
        )
        .command(
          "verify [sources..]",
          "Compare every sentence of the texts with the indexes",
          (sub) =>
            sources(json(folders(sub)), "all sources whose text is available").option("relocate", {
              type: "boolean",
              default: false,
              describe: "Update the locators of sentences that moved",
            }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-verify.ts").then(({ documentsVerify }) => documentsVerify(options)),
              options.relocate ? "report" : "result",
            ),
        )
        .command(
          "coverage [sources..]",
          "Report how many sentences are cited, passed over and unread",
          (sub) =>
            sources(json(folders(sub)), "all sources that have an index").option("strict", {
              type: "boolean",
              default: false,
              describe: "Fail if a sentence is unread",
            }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-coverage.ts").then(({ documentsCoverage }) =>
                documentsCoverage(options),
              ),
            ),
        )
        .command(
          "show <source>",
          "Show the sentences of a source in order, with their state and the records that cite them",
          (sub) =>
            json(folders(sub))
              .positional("source", { type: "string", demandOption: true, describe: "Source id" })
              .option("unread", { type: "boolean", default: false, describe: "Show unread sentences only" })
              .option("from", { type: "string", describe: "Paragraph or sentence to begin with, such as p12 or p12s3" })
              .option("format", {
                choices: ["text", "csv"] as const,
                default: "text" as const,
                describe: "csv prints a worksheet",
              }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-show.ts").then(({ documentsShow }) => documentsShow(options)),
            ),
        )
        .command(
          "check-updates [sources..]",
          "Ask at the addresses of the sources whether their documents have changed",
          (sub) => sources(json(folders(sub)), "all sources that have an address").option("allow-loopback", LOOPBACK),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-check-updates.ts").then(({ documentsCheckUpdates }) =>
                documentsCheckUpdates(options),
              ),
            ),
        )
        .command(
          "suggest <source>",
          "Suggest what may be coded from each unread sentence of a source",
          (sub) =>
            staged(folders(sub))
              .positional("source", { type: "string", demandOption: true, describe: "Source id" })
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
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-suggest.ts").then(({ documentsSuggest }) =>
                documentsSuggest(options),
              ),
            ),
        )
        .demandCommand(1, "Name one of the subcommands add, index, verify, coverage, show, check-updates and suggest."),
    )
    .command(
      "renumber <ref>",
      "Give new ids to rows of this branch whose ids another branch took too",
      (command) =>
        command
          .option("raw", { type: "string", default: "raw", describe: "Folder of the coded data" })
          .positional("ref", { type: "string", demandOption: true, describe: "Branch to merge with, or a commit" })
          .option("check", {
            type: "boolean",
            default: false,
            describe: "Report what a merge would do to rows, but change nothing",
          }),
      (options) =>
        exitWith(
          import("#pipeline/commands/renumber.ts").then(({ renumber }) => renumber(options)),
          options.check ? "result" : "report",
        ),
    )
    .command(
      "explain <table> [record] [column]",
      "Trace a value to its rule, statements and source sentences",
      (command) =>
        dist(json(folders(command)))
          .positional("table", {
            type: "string",
            demandOption: true,
            describe: "Published table, or a citation such as jnim-data@VERSION#RECORD",
          })
          .positional("record", { type: "string", describe: "Id of a record" })
          .positional("column", { type: "string", describe: "Column (default: all columns that have a value)" }),
      (options) => exitWith(import("#pipeline/commands/explain.ts").then(({ explain }) => explain(options))),
    )
    .command(
      "find <words..>",
      "Find actors, places, codes, sources, works and records by id, name or words",
      (command) =>
        json(rawOnly(command))
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
      (options) => exitWith(import("#pipeline/commands/find.ts").then(({ find }) => find(options))),
    )
    .command(
      "next-id <table>",
      "Print the next free ids of a table",
      (command) =>
        json(dist(rawOnly(command)))
          .positional("table", {
            type: "string",
            demandOption: true,
            describe: "Coded or published table, or prefix of its ids, such as expansion, events or dis",
          })
          .option("count", { alias: "n", type: "number", describe: "How many ids to print (default: 1)" }),
      (options) => exitWith(import("#pipeline/commands/next-id.ts").then(({ nextId }) => nextId(options))),
    )
    .command(
      "diff <from> <to>",
      "Show what changed between two releases, or since a release",
      (command) =>
        json(dist(staged(folders(command))))
          .positional("from", { type: "string", demandOption: true, describe: "Version, or latest" })
          .positional("to", {
            type: "string",
            demandOption: true,
            describe: "Version, latest, or staged for what raw/ gives now",
          }),
      (options) => exitWith(import("#pipeline/commands/diff.ts").then(({ diff }) => diff(options))),
    )
    .command(
      "releases",
      "List the releases, newest first",
      (command) => json(dist(command)),
      (options) => exitWith(import("#pipeline/commands/releases.ts").then(({ releases }) => releases(options))),
    )
    .command(
      "verify [release]",
      "Verify that releases are what was published",
      (command) =>
        json(dist(command))
          .positional("release", { type: "string", default: "latest", describe: "Version, latest or all" })
          .option("signers", {
            type: "string",
            describe: "File of allowed signers, as OpenSSH reads it (default: allowed_signers beside the releases)",
          }),
      (options) => exitWith(import("#pipeline/commands/verify.ts").then(({ verify }) => verify(options))),
    )
    .command(
      "editions [release]",
      "Make the editions of a release that are absent, as after a clone",
      (command) =>
        dist(command)
          .option("raw", {
            type: "string",
            default: "raw",
            describe: "Folder with the outlines of countries and regions",
          })
          .positional("release", { type: "string", default: "latest", describe: "Version, or latest" }),
      (options) =>
        exitWith(
          import("#pipeline/commands/editions.ts").then(({ editions }) => editions(options)),
          "report",
        ),
    )
    .command(
      "site",
      "Write releases as pages to look at",
      (command) =>
        dist(command)
          .option("release", {
            type: "string",
            array: true,
            default: [],
            describe: "Versions, or latest (default: the newest, and the last of each major version)",
          })
          .option("out", { type: "string", default: "dist/site", describe: "Folder of the site, which is replaced" })
          .option("base", { type: "string", describe: "Address at which the site will stand" })
          .option("raw", {
            type: "string",
            default: "raw",
            describe: "Folder with the outlines of countries and regions",
          }),
      (options) =>
        exitWith(
          import("#pipeline/commands/site.ts").then(({ site }) => site(options)),
          "report",
        ),
    )
    .command(
      "agreement <source>",
      "Compare the codings of a source, and write what differs into staged/agreement",
      (command) =>
        json(staged(rawOnly(command))).positional("source", {
          type: "string",
          demandOption: true,
          describe: "Source id",
        }),
      (options) => exitWith(import("#pipeline/commands/agreement.ts").then(({ agreement }) => agreement(options))),
    )
    .command(
      "sheet [tables..]",
      "Write a workbook for coding, or read one and write its changes into raw/coded",
      (command) =>
        command
          .positional("tables", { type: "string", array: true, default: [], describe: "Coded tables (default: all)" })
          .option("out", { type: "string", describe: "Workbook to write, FILE.xlsx" })
          .option("read", { type: "string", describe: "Workbook to read, FILE.xlsx" })
          .option("raw", { type: "string", default: "raw", describe: "Folder of the coded data" }),
      (options) =>
        exitWith(
          import("#pipeline/commands/sheet.ts").then(({ sheet }) => sheet(options)),
          "report",
        ),
    )
    .command(
      "withdraw <release>",
      "Take back a release that endangers a person",
      (command) =>
        dist(command)
          .positional("release", { type: "string", demandOption: true, describe: "Version" })
          .option("reason", { type: "string", demandOption: true, describe: "Why, in one sentence for readers" }),
      (options) =>
        exitWith(
          import("#pipeline/commands/withdraw.ts").then(({ withdraw }) => withdraw(options)),
          "report",
        ),
    )
    .strict()
    .fail((message, error) => {
      throw (
        error ??
        new UsageError(`${oneLine(message)}.${suggestion(words)} See: npm run pipeline -- --help`.replace("..", "."))
      );
    })
    .parseAsync();
  return exitCode;
}

const oneLine = (message: string) => message.replace(/\s+/gu, " ").trim();

/** Options that are lists. */
const LISTS = ["_", "sources", "release", "words", "tables"];

/** If an option is given twice, the last one counts, unless it is a list. */
function takeLast(options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options))
    if (Array.isArray(value) && !LISTS.includes(name)) options[name] = value.at(-1);
}

const LOOPBACK = {
  type: "boolean",
  default: false,
  describe: "Also ask servers on this computer, for tests",
} as const;

const COMMANDS = [
  "run",
  "validate",
  "documents",
  "renumber",
  "explain",
  "find",
  "next-id",
  "diff",
  "releases",
  "verify",
  "editions",
  "site",
  "sheet",
  "withdraw",
];

const SUBCOMMANDS = ["add", "index", "verify", "coverage", "show", "check-updates", "suggest"];

/** Without a command, `run` is executed. So yargs takes a mistyped command for an unknown argument of `run`. */
function suggestion([first = "", second = ""]: readonly string[]): string {
  const [typed, names] = first === "documents" ? [second, SUBCOMMANDS] : [first, COMMANDS];
  const nearest = typed.startsWith("-") || names.includes(typed) ? null : nearestOf(typed, names);
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}

try {
  process.exitCode = await main(hideBin(process.argv));
} catch (error) {
  const fault = formatFault(error);
  if (error instanceof UsageError) process.exitCode = USAGE;
  else process.exitCode = fault === null ? OUR_BUG : FAILED;
  if (error instanceof UsageError) report(error.message);
  else if (fault !== null) report(fault);
  else for (const line of inspect(error).split("\n")) report(line);
}
