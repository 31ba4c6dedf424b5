import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { publish } from "#pipeline/publish/publish.ts";
import { repairStore } from "#pipeline/publish/repair.ts";
import { findUpToDate } from "#pipeline/publish/up-to-date.ts";
import { someJudgements } from "#tests/builders/judgements.ts";
import { aPublishedRow, someClaim } from "#tests/builders/release.ts";
import { aResolution } from "#tests/builders/resolution.ts";

/**
 * Publishes made-up records as `run` publishes real ones, in the same order of calls, without the cost of making them:
 * `tsx publish-once.ts --dist DIR --data N`, where N says which data: three events more than for N - 1. Prints what it
 * did.
 */
const { values } = parseArgs({
  options: {
    dist: { type: "string", default: "" },
    data: { type: "string", default: "1" },
  },
});
const { dist, data } = values;
const inputs = { inputs: [{ path: "coded/events.csv", sha256: data.padStart(64, "0") }], pipeline: "0".repeat(64) };
const store = releaseStore(dist);

const events = Array.from({ length: Number(data) * 3 }, (_, number) =>
  aPublishedRow("events", { record_id: `evt-${String(number + 1).padStart(3, "0")}` }),
);
const resolution = aResolution(
  new Map([
    ["source_provenance", [aPublishedRow("source_provenance")]],
    ["events", events],
    ["claims", [someClaim("evt-001", { table: "events" })]],
    ["evidence", [aPublishedRow("evidence", { table: "events", record_id: "evt-001" })]],
  ]),
);

process.exitCode = await publishOnce();

async function publishOnce(): Promise<number> {
  const upToDate = await findUpToDate(store, inputs);
  if (upToDate !== null) {
    console.log(`up to date: ${upToDate}`);
    return 0;
  }
  return runAlone({ dist, report: console.error }, async (signal, assertHeld) => {
    const fenced = fencedStore(store, assertHeld);
    for (const message of await repairStore(fenced)) console.error(message);
    const plan = await publish({
      resolution,
      agreement: [],
      outlines: NO_OUTLINES,
      store: fenced,
      created: "2026-11-24",
      inputs,
      judgements: someJudgements(),
      retiredPath: "retired.csv",
      observe: () => undefined,
      isTrial: false,
      pause: async () => {
        await setImmediate();
        signal.throwIfAborted();
      },
    });
    if (plan.issues.length > 0) {
      console.error(JSON.stringify(plan.issues));
      return 1;
    }
    console.log(plan.why === null ? `nothing changed since ${plan.version}` : `published: ${plan.version}`);
    return 0;
  });
}
