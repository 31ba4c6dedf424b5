import { join } from "node:path";
import { eventQueries } from "#pipeline/events/current-editions.ts";
import { findCandidates } from "#pipeline/events/match/find-candidates.ts";
import { openEventEngine } from "#pipeline/io/event-engine.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import { seededCountTables } from "#tests/builders/seeded-claims.ts";
import { seededFiles, writeSeededEvents } from "#tests/builders/seeded-events.ts";
import { seededAliases, seededRecords } from "#tests/builders/seeded-records.ts";

/** One part of bench/events.ts in a process of its own: what to do, the number of events, and the folder that has them. */
const [kind, events = "0", staged = ""] = process.argv.slice(2);
const SEED = 20170302;
const RECORDS = 2000;
const SOURCE = "ucdp-ged";

const seeded = { source: SOURCE, edition: "1.0", events: Number(events), seed: SEED };

const openEngine = () => openEventEngine(eventQueries(seededFiles(staged, seeded)), join(staged, "spill"));

async function match(): Promise<number> {
  const engine = await openEngine();
  const queries = { match: readEventQuery("match"), candidateEvents: readEventQuery("candidate-events") };
  const known = { records: seededRecords(RECORDS, SEED), aliases: seededAliases([SOURCE]) };
  const candidates = await findCandidates(engine, queries, known);
  await engine.close();
  return candidates.length;
}

async function counts(): Promise<number> {
  const engine = await openEngine();
  const tables = seededCountTables([SOURCE]);
  const rows = await engine.run(readEventQuery("counts"), tables);
  await engine.close();
  return rows.length;
}

const work: Readonly<Record<string, () => Promise<number>>> = {
  generate: async () => (await writeSeededEvents(staged, seeded)).length,
  match,
  counts,
};

const rows = await work[kind ?? ""]?.();
if (rows === undefined) throw new Error(`There is no part ${kind}.`);
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    rows,
    cpu: (user + system) / 1e6,
    seconds: performance.now() / 1000,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
