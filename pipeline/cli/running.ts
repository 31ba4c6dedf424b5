import { command } from "#pipeline/cli/command.ts";
import { dist, folders, json, staged } from "#pipeline/cli/options.ts";

/** Commands that check the coded data and publish it. */
export const RUNNING = [
  command({
    words: ["run", "$0"],
    describe: "Validate raw/, and publish a release in dist/ if something changed",
    options: (options) =>
      json(dist(staged(folders(options))))
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
    run: async (options) => (await import("#pipeline/commands/run.ts")).run(options),
    output: ({ check, preview, json }) => (check || preview || json ? "result" : "report"),
  }),
  command({
    words: "validate",
    describe: "Check raw/ and report every issue, but publish nothing",
    options: (options) => json(staged(folders(options))),
    run: async (options) => (await import("#pipeline/commands/validate.ts")).validate(options),
  }),
];
