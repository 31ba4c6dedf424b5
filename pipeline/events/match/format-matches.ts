import { thousands } from "#pipeline/core/format-input-fault.ts";
import { counted, plural } from "#pipeline/core/plural.ts";
import { terminalLine } from "#pipeline/core/terminal-text.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { MOST_CANDIDATES, notComparable } from "#schemas/events/match-rules.ts";
import type { Candidate } from "./candidate.ts";
import type { TypeMeaning } from "./event-types.ts";
import {
  formatActors,
  formatNearness,
  formatScore,
  formatWhat,
  formatWhenWhere,
  SCORE_IN_WORDS,
} from "./format-candidate.ts";
import type { MatchAnswer, MatchedSource, SourceAnswer } from "./match-answers.ts";
import type { MatchDigest } from "./match-digest.ts";
import type { UnmappedName } from "./unmapped-names.ts";

/** What is shown, and what candidates.csv has. */
export const AT_MOST = `the best, at most ${MOST_CANDIDATES} of each record and event source`;

/** Unmapped names that the terminal shows. */
const SHOWN_NAMES = 20;

interface Matching {
  readonly answers: readonly MatchAnswer[];
  readonly sources: readonly MatchedSource[];
  readonly unmapped: readonly UnmappedName[];
  readonly digest: MatchDigest;
  readonly meaningOf: TypeMeaning;
}

/** What was found, for a terminal of 80 columns: candidates by record, then what has none, and why. */
export function formatMatches({ answers, sources, unmapped, digest, meaningOf }: Matching): string {
  const found = answers.filter((answer) => answer.sources.some(({ candidates }) => candidates.length > 0));
  return [
    ...found.map((answer) => formatAnswer(answer, meaningOf)),
    ...(found.length === 0 ? [] : [wrapText(SCORE_IN_WORDS)]),
    ...sources.map((source) => formatSource(source, answers)),
    ...(unmapped.length === 0 ? [] : [formatUnmapped(unmapped)]),
    formatDigest(digest),
  ].join("\n\n");
}

const formatAnswer = ({ record, sources }: MatchAnswer, meaningOf: TypeMeaning): string =>
  [
    wrapText(record.title, `${record.record_id}  `, "  "),
    ...sources.filter(({ candidates }) => candidates.length > 0).map((answer) => formatCandidates(answer, meaningOf)),
  ].join("\n");

function formatCandidates({ source, candidates }: SourceAnswer, meaningOf: TypeMeaning): string {
  const { event_source: name } = source;
  const n = candidates[0]?.n_candidates ?? 0;
  const shown = n > candidates.length ? `, the best ${candidates.length}` : "";
  return [
    `  ${name}: ${plural(n, "candidate")}${shown}`,
    ...candidates.map((candidate) => formatCandidate(candidate, meaningOf(name, candidate.event_type))),
  ].join("\n");
}

const formatCandidate = (candidate: Candidate, meaning: string | null): string =>
  [
    wrapText(
      `score ${formatScore(candidate)}; ${formatNearness(candidate)}`,
      `    ${terminalLine(candidate.event_id)}  `,
      "      ",
    ),
    wrapText(formatWhenWhere(candidate), "      "),
    wrapText(formatActors(candidate), "      "),
    ...[formatWhat(candidate, meaning)].filter((words) => words !== "").map((words) => wrapText(words, "      ")),
  ].join("\n");

/** `ucdp-ged 23.1: events from 2012-01-01 to 2021-12-31`, and what became of the records that have no candidate in it. */
function formatSource(source: MatchedSource, answers: readonly MatchAnswer[]): string {
  const inSource = answers.map(({ record, sources }) => ({
    id: record.record_id,
    answer: sources.find((one) => one.source === source),
  }));
  const idsOf = (wanted: (answer: SourceAnswer) => boolean) =>
    inSource.flatMap(({ id, answer }) => (answer !== undefined && wanted(answer) ? [id] : []));
  const groups = [
    ["With a candidate", idsOf(({ candidates }) => candidates.length > 0)],
    ["No candidate", idsOf(({ reason, candidates }) => reason === null && candidates.length === 0)],
    ...notComparable.codes.map(
      ({ code, label }) => [`Not compared, ${inSentence(label)}`, idsOf(({ reason }) => reason === code)] as const,
    ),
  ] as const;
  return [
    `${source.event_source} ${source.event_edition}: events from ${source.first_day} to ${source.last_day}`,
    ...groups.filter(([, ids]) => ids.length > 0).map(([words, ids]) => `  ${words}: ${plural(ids.length, "record")}`),
  ].join("\n");
}

const inSentence = (label: string) => label.slice(0, 1).toLowerCase() + label.slice(1);

function formatUnmapped(names: readonly UnmappedName[]): string {
  const rest = names.length - SHOWN_NAMES;
  return [
    wrapText("Names of actors in the countries and years of the records that raw/coded/actor_aliases.csv lacks:"),
    ...names
      .slice(0, SHOWN_NAMES)
      .map(({ event_source: source, name, n_events: n }) =>
        wrapText(`${name} (${source}, ${plural(n, "event")})`, "  "),
      ),
    ...(rest > 0 ? [`  and ${rest} more: --json has all of them.`] : []),
  ].join("\n");
}

/** How many there are, how far was looked, and what tells one result from another. */
function formatDigest(digest: MatchDigest): string {
  const { n_records, n_candidates, n_found, candidates_sha256, place_windows, time_windows } = digest;
  const found =
    n_found === n_candidates
      ? counted(n_found, "candidate")
      : `${thousands(n_candidates)} of ${counted(n_found, "candidate")}`;
  const kilometres = new Set(place_windows.map(({ radius_m }) => radius_m / 1000));
  const days = new Set(time_windows.map(({ slack_days }) => slack_days));
  return [
    wrapText(`${counted(n_records, "record")}, ${found}${n_found === 0 ? "" : `: ${AT_MOST}`}.`),
    wrapText(
      `A candidate shares an actor or its family with the record. It lies up to ${[...kilometres].join(" or ")} km away, depending on where_prec, or in the same region or country where that is vaguer, and up to ${[...days].join(" or ")} days apart, depending on date_prec. --json says for each record why it was not compared.`,
    ),
    wrapText(`SHA-256 of candidates.csv: ${candidates_sha256}`),
  ].join("\n");
}
