import type { Argv } from "yargs";

/** Options that several commands have. Each function adds one to a command. */

export const raw = <T>(command: Argv<T>, describe = "Folder of the coded data") =>
  command.option("raw", { type: "string", default: "raw", describe });

/** The coded data, and the texts that it was coded from. */
export const folders = <T>(command: Argv<T>) =>
  raw(command, "Folder of the coded data and sentence indexes").option("texts", {
    type: "string",
    describe: "Folder of the source texts (default: $DOCUMENTS_DIR and raw/documents)",
  });

export const outlines = <T>(command: Argv<T>) => raw(command, "Folder with the outlines of countries and regions");

export const staged = <T>(command: Argv<T>) =>
  command.option("staged", { type: "string", default: "staged", describe: "Folder for intermediate results" });

export const dist = <T>(command: Argv<T>) =>
  command.option("dist", { type: "string", default: "dist", describe: "Folder of the releases" });

export const json = <T>(command: Argv<T>) =>
  command.option("json", { type: "boolean", default: false, describe: "Print JSON instead of text" });

export const loopback = <T>(command: Argv<T>) =>
  command.option("allow-loopback", {
    type: "boolean",
    default: false,
    describe: "Also ask servers on this computer, for tests",
  });

export const source = <T>(command: Argv<T>) =>
  command.positional("source", { type: "string", demandOption: true, describe: "Source id" });

export const sources = <T>(command: Argv<T>, all: string) =>
  command.positional("sources", {
    type: "string",
    array: true,
    default: [],
    describe: `Source ids (default: ${all})`,
  });
