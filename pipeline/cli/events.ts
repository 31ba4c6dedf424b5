import type { Argv } from "yargs";
import { command, group } from "#pipeline/cli/command.ts";
import { json, raw, staged } from "#pipeline/cli/options.ts";
import { linkedTables } from "#schemas/coded/event-links.ts";

const engine = <T>(options: Argv<T>) =>
  options
    .option("engine", {
      choices: ["duckdb", "trino"] as const,
      default: "duckdb" as const,
      describe: "What runs the queries: DuckDB in this process, or a Trino server",
    })
    .option("server", {
      type: "string",
      describe: "Address of the Trino server, such as http://HOST:8080/hive/events",
    })
    .option("user", { type: "string", default: "jnim-data", describe: "Name of the user on that server" });

const matched = <T>(options: Argv<T>) =>
  engine(staged(raw(options))).option("table", {
    choices: linkedTables,
    describe: "Table whose records are matched (default: all three)",
  });

/** Commands that set published records beside event data. */
export const EVENTS = group("events", "Import event data, and set claims and records beside it", [
  command({
    words: "import <files..>",
    describe: "Read files of event data as one edition of their source, into staged/events",
    options: (options) =>
      json(staged(raw(options)))
        .positional("files", {
          type: "string",
          array: true,
          demandOption: true,
          describe: "CSV, GeoJSON or JSON files of events, or ZIP archives with one such file",
        })
        .option("as", {
          type: "string",
          demandOption: true,
          describe: "ucdp-ged, ucdp-candidate, acled, or the path of a profile, PROFILE.json",
        })
        .option("edition", {
          type: "string",
          describe: "Edition of the source, such as 23.1 (default: from the name of the file, or the last day)",
        }),
    run: async (options) => (await import("#pipeline/commands/events-import.ts")).eventsImport(options),
    output: ({ json }) => (json ? "result" : "report"),
  }),
  command({
    words: "counts [record]",
    describe: "Show published claims beside what imported event data count",
    options: (options) =>
      engine(json(staged(raw(options))))
        .positional("record", {
          type: "string",
          describe: "Record id, such as prf-135 (default: all that can be counted)",
        })
        .option("write", {
          type: "boolean",
          default: false,
          describe: "Propose rows for raw/coded/event_counts.csv, which a person takes over",
        }),
    run: async (options) => (await import("#pipeline/commands/events-counts.ts")).eventsCounts(options),
  }),
  command({
    words: "match",
    describe: "Show which imported events the records may be",
    options: (options) =>
      matched(json(options)).option("write", {
        type: "boolean",
        default: false,
        describe: "Propose rows for raw/coded/event_links.csv, which a person decides on",
      }),
    run: async (options) => (await import("#pipeline/commands/events-match.ts")).eventsMatch(options),
  }),
  command({
    words: "review",
    describe: "Show the candidates that nobody has decided on, the most telling first",
    options: (options) =>
      matched(options)
        .option("out", {
          type: "string",
          describe: "CSV file to fill: the columns of event_links.csv, and what helps to judge",
        })
        .epilogue(
          "To bring verdicts back, copy the rows that you have filled to raw/coded/event_links.csv, without the columns behind reason. If match --write has put a row there before, fill that one: two rows for one record and event are an error. Rows of sources that may not be published go to staged/events/event_links.csv.",
        ),
    run: async (options) => (await import("#pipeline/commands/events-review.ts")).eventsReview(options),
    output: ({ out }) => (out === undefined ? "result" : "report"),
  }),
]);
