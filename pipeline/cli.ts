import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { formatFault } from "#pipeline/io/faults.ts";

const FAILED = 1;
const USAGE = 2;
const OUR_BUG = 70;

const folders = <T>(command: Argv<T>) =>
  command.option("raw", { type: "string", default: "raw", describe: "Folder that people write" }).option("texts", {
    type: "string",
    describe: "Folder of the source texts (default: DOCUMENTS_DIR, else raw/documents)",
  });

const staged = <T>(command: Argv<T>) =>
  command.option("staged", { type: "string", default: "staged", describe: "Folder of the machine's workshop" });
const dist = <T>(command: Argv<T>) =>
  command.option("dist", { type: "string", default: "dist", describe: "Folder of the releases" });
const json = <T>(command: Argv<T>) =>
  command.option("json", { type: "boolean", default: false, describe: "Print JSON for programs" });

/** Parses the words of the command line, runs one command, and gives its exit code. Commands are loaded when they are asked for. */
async function main(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  const exitWith = async (code: Promise<number>) => {
    exitCode = await code;
  };
  await yargs([...words])
    .scriptName("npm run pipeline --")
    .locale("en")
    // Of an option that is given twice, the last one counts.
    .parserConfiguration({ "duplicate-arguments-array": false })
    .command(
      ["run", "$0"],
      "raw/ → dist/: validate, and publish what changed",
      (command) =>
        dist(staged(folders(command)))
          .option("check", {
            type: "boolean",
            default: false,
            describe: "Say what would be published, and publish nothing",
          })
          .option("date", {
            type: "string",
            describe: "Day of publication, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today)",
          }),
      (options) => exitWith(import("#pipeline/commands/run.ts").then(({ run }) => run(options))),
    )
    .command(
      "validate",
      "The first three steps: every issue, nothing published",
      (command) => json(staged(folders(command))),
      (options) => exitWith(import("#pipeline/commands/validate.ts").then(({ validate }) => validate(options))),
    )
    .command("documents", "The sentence indexes of the source texts", (command) =>
      command
        .command(
          "index [sources..]",
          "Cut texts into sentences, and write their indexes",
          (sub) =>
            folders(sub).positional("sources", {
              type: "string",
              array: true,
              default: [],
              describe: "Source ids (default: all at hand)",
            }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-index.ts").then(({ documentsIndex }) => documentsIndex(options)),
            ),
        )
        .command(
          "verify",
          "Cut the texts again, and compare every sentence",
          (sub) =>
            json(folders(sub)).option("relocate", {
              type: "boolean",
              default: false,
              describe: "Rewrite the locators of sentences that moved",
            }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-verify.ts").then(({ documentsVerify }) => documentsVerify(options)),
            ),
        )
        .command(
          "coverage",
          "Which sentences are cited, passed over or unread",
          (sub) =>
            json(folders(sub)).option("strict", {
              type: "boolean",
              default: false,
              describe: "Fail where a sentence is unread",
            }),
          (options) =>
            exitWith(
              import("#pipeline/commands/documents-coverage.ts").then(({ documentsCoverage }) =>
                documentsCoverage(options),
              ),
            ),
        )
        .demandCommand(1, "Name what to do with the documents: index, verify or coverage."),
    )
    .command(
      "explain <table> [record] [column]",
      "A value → the rule → its statements → their sentences",
      (command) =>
        dist(json(folders(command)))
          .positional("table", {
            type: "string",
            demandOption: true,
            describe: "Published table, or jnim-data@VERSION#RECORD",
          })
          .positional("record", { type: "string" })
          .positional("column", { type: "string" }),
      (options) => exitWith(import("#pipeline/commands/explain.ts").then(({ explain }) => explain(options))),
    )
    .command(
      "diff <from> <to>",
      "What changed between two releases",
      (command) =>
        json(dist(command))
          .positional("from", { type: "string", demandOption: true })
          .positional("to", { type: "string", demandOption: true }),
      (options) => exitWith(import("#pipeline/commands/diff.ts").then(({ diff }) => diff(options))),
    )
    .command(
      "releases",
      "The releases, newest first",
      (command) => json(dist(command)),
      (options) => exitWith(import("#pipeline/commands/releases.ts").then(({ releases }) => releases(options))),
    )
    .strict()
    .fail((message, error) => {
      throw (
        error ?? new UsageError(`${message}.${suggestion(words)} See: npm run pipeline -- --help`.replace("..", "."))
      );
    })
    .parseAsync();
  return exitCode;
}

const COMMANDS = ["run", "validate", "documents", "explain", "diff", "releases"];

/** `run` is what is done where no command is named, so that a mistyped command reads as its unknown argument. */
function suggestion([first = ""]: readonly string[]): string {
  const nearest = first.startsWith("-") || COMMANDS.includes(first) ? null : nearestOf(first, COMMANDS);
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}

try {
  process.exitCode = await main(hideBin(process.argv));
} catch (error) {
  const fault = formatFault(error);
  if (error instanceof UsageError) process.exitCode = USAGE;
  else process.exitCode = fault === null ? OUR_BUG : FAILED;
  console.error(error instanceof UsageError ? error.message : (fault ?? error));
}
