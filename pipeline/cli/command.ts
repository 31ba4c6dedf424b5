import type { ArgumentsCamelCase, Argv } from "yargs";
import type { OutputIs } from "#pipeline/io/watch-output.ts";

/** Takes the exit code of a command that runs, and what its output is: its result, or a report on work that is done. */
export type Execute = (exitCode: Promise<number>, output: OutputIs) => Promise<void>;

/** A command of the command line, or a group of them. */
export interface Command {
  readonly name: string;
  readonly addTo: (program: Argv, execute: Execute) => Argv;
  /** The names of the commands of a group. */
  readonly subcommands: readonly string[];
}

interface Definition<Options> {
  /** The words as yargs reads them, such as `diff <from> <to>`. */
  readonly words: string | readonly string[];
  readonly describe: string;
  readonly options: (command: Argv) => Argv<Options>;
  /** Loads the module of the command, and runs it. Returns the exit code. */
  readonly run: (options: ArgumentsCamelCase<Options>) => Promise<number>;
  /** What the output of the command is. A command that publishes or writes files only reports on them. */
  readonly output?: OutputIs | ((options: ArgumentsCamelCase<Options>) => OutputIs);
}

export function command<Options>({ words, describe, options, run, output = "result" }: Definition<Options>): Command {
  return {
    name: nameOf(words),
    subcommands: [],
    addTo: (program, execute) =>
      program.command(words, describe, options, (given) =>
        execute(run(given), typeof output === "function" ? output(given) : output),
      ),
  };
}

/** A command that only has subcommands. */
export function group(name: string, describe: string, commands: readonly Command[]): Command {
  const subcommands = commands.map((one) => one.name);
  return {
    name,
    subcommands,
    addTo: (program, execute) =>
      program.command(name, describe, (parent) =>
        withCommands(parent, commands, execute).demandCommand(1, `Name one of the subcommands ${listed(subcommands)}.`),
      ),
  };
}

export const withCommands = (program: Argv, commands: readonly Command[], execute: Execute): Argv =>
  commands.reduce((extended, one) => one.addTo(extended, execute), program);

const nameOf = (words: string | readonly string[]): string => [words].flat()[0]?.split(" ")[0] ?? "";

const listed = (names: readonly string[]) => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
