import { parseArgs } from "node:util";
import { planPublication, publishPlan } from "#pipeline/commands/publication.ts";
import { findUpToDate } from "#pipeline/commands/up-to-date.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { mendStore } from "#pipeline/io/mend-store.ts";
import { makeOverview } from "#pipeline/releases/overview.ts";
import { aRelease, asFiles, aTable, aThing } from "#tests/builders/published-release.ts";

/**
 * Publishes made-up data as `run` publishes real ones, in the same order of calls, without the cost of making them:
 * `tsx publish-once.ts --dist DIR --data N` where N says which data. Prints what it did.
 */
const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "" },
    data: { type: "string", default: "1" },
  },
});
const { dist, data } = values;
const inputs = { inputs: [{ path: "coded/things.csv", sha256: data.padStart(64, "0") }], pipeline: "0".repeat(64) };

const tables = {
  events: aTable(
    Array.from({ length: Number(data) * 3 }, (_, number) => aThing(`evt-${String(number + 1).padStart(3, "0")}`)),
  ),
  retired: { columns: { table: "string", record_id: "string", reason: "string" }, key: ["table", "record_id"] },
};
const pages = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => [`data/page-${number}.txt`, `Page ${number} of ${data}.\n`.repeat(50)]),
);

process.exitCode = await publishOnce();

async function publishOnce(): Promise<number> {
  const upToDate = await findUpToDate(dist, inputs);
  if (upToDate !== null) {
    console.log(`up to date: ${upToDate}`);
    return 0;
  }
  return runAlone({ dist, tell: console.error }, async (signal) => {
    for (const message of await mendStore(dist, makeOverview)) console.error(message);
    const publication = {
      dist,
      created: "2026-11-24",
      rows: new Map(),
      decisions: [],
      retiredPath: "retired.csv",
      build: async (facts: Parameters<typeof aRelease>[0]) =>
        asFiles(aRelease({ ...facts, tables, files: pages, inputs })),
    };
    const plan = await planPublication(publication);
    if (plan.issues.length > 0) {
      console.error(JSON.stringify(plan.issues));
      return 1;
    }
    if (plan.why === null) {
      console.log(`nothing changed since ${plan.version}`);
      return 0;
    }
    await publishPlan(publication, plan, signal);
    console.log(`published: ${plan.version}`);
    return 0;
  });
}
