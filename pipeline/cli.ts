import { inspect } from "node:util";
import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { CODING } from "#pipeline/cli/coding.ts";
import { withCommands } from "#pipeline/cli/command.ts";
import { DOCUMENTS } from "#pipeline/cli/documents.ts";
import { EVENTS } from "#pipeline/cli/events.ts";
import { RELEASES } from "#pipeline/cli/releases.ts";
import { RUNNING } from "#pipeline/cli/running.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { checkFolders } from "#pipeline/io/check-folders.ts";
import { formatFault } from "#pipeline/io/faults.ts";
import { report } from "#pipeline/io/terminal.ts";
import { type OutputIs, watchOutput } from "#pipeline/io/watch-output.ts";

const FAILED = 1;
const USAGE = 2;
const OUR_BUG = 70;

/** In the order of `--help`. */
const COMMANDS = [...RUNNING, DOCUMENTS, ...CODING, EVENTS, ...RELEASES];

let outputIs: OutputIs = "result";
watchOutput(() => outputIs);

/** Parses the command line, runs one command and returns its exit code. Only the module of that command is loaded. */
async function main(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = yargs([...words])
    .scriptName("npm run pipeline --")
    .locale("en")
    .middleware(takeLast, true)
    .middleware(({ raw, staged, dist, texts }) => checkFolders({ raw, staged, dist, texts }));
  await withCommands(program, COMMANDS, async (code, output) => {
    outputIs = output;
    exitCode = await code;
  })
    .strict()
    .fail((message, error) => {
      throw error ?? new UsageError(`${oneLine(message)}${suggestion(words)} See: ${helpFor(words)}`);
    })
    .parseAsync();
  return exitCode;
}

/** A message of yargs as one sentence. */
const oneLine = (message: string) => `${message.replace(/\s+/gu, " ").trim()}.`.replace("..", ".");

/** Options that are lists. */
const LISTS = ["_", "sources", "release", "words", "tables", "files"];

/** If an option is given twice, the last one counts, unless it is a list. */
function takeLast(options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options))
    if (Array.isArray(value) && !LISTS.includes(name)) options[name] = value.at(-1);
}

/** Without a command, `run` is executed. So yargs takes a mistyped command for an unknown argument of `run`. */
function suggestion([first = "", second = ""]: readonly string[]): string {
  const group = groupOf(first);
  const [typed, names] = group ? [second, group.subcommands] : [first, COMMANDS.map(({ name }) => name)];
  const nearest = typed.startsWith("-") || names.includes(typed) ? null : nearestOf(typed, names);
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}

const groupOf = (typed: string) => COMMANDS.find(({ name, subcommands }) => name === typed && subcommands.length > 0);

/** The help that describes what was typed. */
function helpFor([first = "", second = ""]: readonly string[]): string {
  const command = COMMANDS.find(({ name }) => name === first);
  const subcommand = command?.subcommands.find((name) => name === second);
  return ["npm run pipeline --", command?.name, subcommand, "--help"].filter((word) => word !== undefined).join(" ");
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
