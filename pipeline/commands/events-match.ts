import { join } from "node:path";
import { candidatesCsv } from "#pipeline/events/match/candidates-csv.ts";
import { AT_MOST, formatMatches } from "#pipeline/events/match/format-matches.ts";
import { type MatchDigest, matchDigest } from "#pipeline/events/match/match-digest.ts";
import { proposedLinks } from "#pipeline/events/match/proposed-links.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { eventsFolder } from "#pipeline/io/imported-editions.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { mayPublish } from "#schemas/events/profiles.ts";
import { type Matched, type MatchOptions, matchRecords } from "./match-records.ts";
import { proposeRows } from "./propose-rows.ts";
import { reportErrors, reportLinkIssues } from "./report-errors.ts";

export interface EventsMatchOptions extends MatchOptions {
  /** Whether to propose rows of event_links. */
  readonly write: boolean;
  readonly json: boolean;
}

/**
 * Prints which imported events the records may be, writes them to staged/events, and proposes rows of
 * event_links for a person to decide on.
 */
export async function eventsMatch(options: EventsMatchOptions): Promise<number> {
  const { raw, staged, write } = options;
  if (write) return runAlone({ raw, staged, report }, (signal, assertHeld) => match(options, signal, assertHeld));
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) => match(options, signal, assertHeld));
}

async function match(options: EventsMatchOptions, signal: AbortSignal, assertHeld: AssertHeld): Promise<number> {
  const { raw, staged, json, write } = options;
  await pauseFor(signal)();
  const matched = await matchRecords(options);
  const digest = matchDigest(matched.answers);
  await pauseFor(signal)();
  if (json) printJson(forPrograms(matched, digest));
  else print(formatMatches({ ...matched, digest }));
  reportErrors(raw, matched.outcome.issues);
  const path = await writeCandidates(staged, candidatesCsv(matched.answers), assertHeld);
  report(digest.n_candidates === 0 ? `${path} has no candidates.` : `${path} has these candidates: ${AT_MOST}.`);
  if (write) await proposeLinks(options, matched, assertHeld);
  return reportLinkIssues(matched.linkIssues);
}

async function writeCandidates(staged: string, csv: string, assertHeld: AssertHeld): Promise<string> {
  const folder = eventsFolder(staged);
  const path = join(folder, "candidates.csv");
  await makeFolder(folder);
  await assertHeld();
  await replaceFiles(staged, { command: "events match", files: [{ path, bytes: new TextEncoder().encode(csv) }] });
  return path;
}

async function proposeLinks({ raw, staged }: EventsMatchOptions, { answers, links }: Matched, assertHeld: AssertHeld) {
  const rows = proposedLinks(answers, links);
  const command = "events match --write";
  for (const line of await proposeRows({ table: "event_links", rows, raw, staged, assertHeld, command })) report(line);
  if (rows.length === 0) {
    report("There is no candidate to propose.");
    return;
  }
  if (rows.some(({ event_source }) => mayPublish(event_source)))
    report("A row in raw/ is published once it has a verdict.");
  report("To see the candidates without a verdict, run: npm run pipeline -- events review");
}

/** All records and unmapped names, also those that a terminal does not show; the candidates of candidates.csv. */
const forPrograms = ({ answers, sources, unmapped }: Matched, digest: MatchDigest) => ({
  digest,
  sources: sources.map(({ event_source, event_edition, first_day, last_day }) => ({
    event_source,
    event_edition,
    first_day,
    last_day,
  })),
  records: answers.map(({ record: { compared: _, reason: __, ...record }, sources: found }) => ({
    ...record,
    sources: found.map(({ source: { event_source }, reason, candidates }) => ({
      event_source,
      not_comparable: reason,
      candidates,
    })),
  })),
  unmapped_names: unmapped,
});
