import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readAliases } from "#pipeline/events/aliases.ts";
import { answerCounts, type ClaimAnswer } from "#pipeline/events/counts/answer-counts.ts";
import { CLAIM_TABLE, type Claim, claimsIn } from "#pipeline/events/counts/claim.ts";
import { countedEditions } from "#pipeline/events/counts/counted-editions.ts";
import { countsForPrograms } from "#pipeline/events/counts/counts-for-programs.ts";
import { formatCounts } from "#pipeline/events/counts/format-counts.ts";
import { proposedCounts } from "#pipeline/events/counts/proposed-counts.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { readEventQuery } from "#pipeline/io/event-sql.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { type Outcome, resolveRaw } from "#pipeline/run.ts";
import { countedAttributes } from "#schemas/events/count-queries.ts";
import { mayPublish } from "#schemas/events/profiles.ts";
import { readUnitList } from "./events/reading-hash.ts";
import { type EngineOptions, openEvents } from "./open-events.ts";
import { proposeRows } from "./propose-rows.ts";
import { reportErrors } from "./report-errors.ts";

export interface EventsCountsOptions extends EngineOptions {
  /** The claim; all that can be counted if there is none. */
  readonly record?: string | undefined;
  readonly raw: string;
  /** Whether to propose rows of event_counts. */
  readonly write: boolean;
  readonly json: boolean;
}

/** Prints published claims beside what imported event data count, and proposes rows for a person to take over. */
export async function eventsCounts(options: EventsCountsOptions): Promise<number> {
  const { raw, staged, write } = options;
  if (write) return runAlone({ raw, staged, report }, (signal, assertHeld) => count(options, signal, assertHeld));
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) => count(options, signal, assertHeld));
}

async function count(options: EventsCountsOptions, signal: AbortSignal, assertHeld: AssertHeld): Promise<number> {
  const { raw, staged, record, json, write } = options;
  const outcome = resolveRaw(await readRawFolder(raw, []));
  const claims = claimsAsked(record, outcome.publishable.resolution);
  await pauseFor(signal)();
  const answers = await answer(claims, outcome, options);
  await pauseFor(signal)();
  if (json) printJson(countsForPrograms(answers));
  else print(formatCounts(answers));
  reportErrors(raw, outcome.issues);
  if (!write) return 0;
  const rows = proposedCounts(answers);
  const lines = await proposeRows({
    ...{ table: "event_counts", rows, raw, staged, assertHeld },
    command: "events counts --write",
  });
  for (const line of lines) report(line);
  if (rows.length === 0) report("Nothing was counted, so there is no row to propose.");
  else if (rows.some(({ event_source }) => mayPublish(event_source)))
    report("A row in raw/ is published once a person has filled coder.");
  return 0;
}

async function answer(
  claims: readonly Claim[],
  { staged: { tables } }: Outcome,
  options: EngineOptions & { readonly raw: string },
): Promise<readonly ClaimAnswer[]> {
  const units = readUnitList(options.raw).units ?? [];
  const { current, engine } = await openEvents(options);
  try {
    const editions = countedEditions(current, await engine.run(readEventQuery("kinds"), []));
    const aliases = readAliases(tables.actor_aliases.rows.map(({ values }) => values)).rows;
    return await answerCounts({ claims, editions, aliases, units }, engine, readEventQuery("counts"));
  } finally {
    await engine.close();
  }
}

/** The claims to count. Throws a UsageError that names the nearest id if the one that is asked for is not among them. */
function claimsAsked(id: string | undefined, resolution: Resolution): readonly Claim[] {
  const claims = claimsIn(resolution);
  if (id === undefined) return claims;
  const asked = claims.filter(({ row }) => row.record_id === id);
  if (asked.length > 0) return asked;
  const entry = resolution.find(CLAIM_TABLE, id);
  if (entry === null)
    throw new UsageError(
      `There is no record ${id} in ${CLAIM_TABLE}.${didYouMean(
        nearestOf(
          id,
          claims.map(({ row }) => row.record_id),
        ),
      )}`,
    );
  const attribute = "attribute" in entry.row ? entry.row.attribute : "";
  throw new UsageError(
    `${id} cannot be counted: no query is declared for ${attribute}. Those that have one are ${countedAttributes.join(", ")}.`,
  );
}
