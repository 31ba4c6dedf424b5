import type { Change } from "#pipeline/core/change.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog, writeFirstSection, writeSection } from "./changelog.ts";
import { aboutRecords, cellsOfClaims, cellsOfTraces, claimTraces } from "./claim-traces.ts";
import { type Comparison, compare } from "./comparison.ts";
import { checkCorrections } from "./corrections.ts";
import { sumUpEarlier } from "./derived-changes.ts";
import type { OtherNews } from "./headline.ts";
import { checkDrafts, checkIds, type Drafts } from "./identity.ts";
import type { LastRelease } from "./last-release.ts";
import { checkLostStatements } from "./lost-statements.ts";
import { writeMigrating } from "./migrating.ts";
import { checkMovedCells } from "./moved-cells.ts";
import { checkNumberJumps } from "./number-jumps.ts";
import { openSince } from "./open-since.ts";
import { findReasons, type Judgements } from "./reasons.ts";
import { recordLines } from "./record-lines.ts";
import { checkLimits, type Guarded, type GuardInput } from "./release-limits.ts";
import { chooseVersion, FIRST_VERSION, formatChoice, nextVersion } from "./version.ts";

/** What a run would publish, and why under that version. */
export interface ReleasePlan {
  readonly version: string;
  /** `MINOR: 3 records added to events`, or `null` if there is nothing to publish. */
  readonly why: string | null;
  /** What differs from the last release; `null` if nothing does, or if there is none to compare with. */
  readonly comparison: Comparison | null;
  /** All rows of changes.csv, newest release first. */
  readonly changes: readonly Change[];
  /** CHANGELOG.md. */
  readonly changelog: string;
  /** MIGRATING.md; `null` if no column changed. */
  readonly migrating: string | null;
  readonly issues: readonly Issue[];
}

/**
 * A release that has no earlier one to be compared with: the first, or the first after all earlier ones were withdrawn.
 * `rows` counts the rows of each table; `newest` is the newest version ever published.
 */
export function planFirstRelease(
  created: string,
  rows: ReadonlyMap<string, number>,
  newest: string | null = null,
): ReleasePlan {
  const version = newest === null ? FIRST_VERSION : nextVersion(newest, "major");
  const sentence = newest === null ? "The first release." : "All earlier releases were withdrawn.";
  return {
    version,
    why: newest === null ? "FIRST: there is no release yet" : "MAJOR: all earlier releases were withdrawn",
    comparison: null,
    changes: [],
    changelog: writeChangelog(writeFirstSection({ version, created, sentence, rows }), null),
    migrating: null,
    issues: [],
  };
}

interface NextRelease {
  readonly last: LastRelease;
  /** The newest version ever published; without it, that of `last`. */
  readonly newest?: string;
  /** Today's tables, described with the facts of the last release. */
  readonly candidate: ReleaseReader;
  /** What else would differ if today's data were published with the facts of the last release. */
  readonly others: OtherNews;
  readonly created: string;
  readonly judgements: Judgements;
  /** The keys of the rows of corrections.csv from which the last release was made. */
  readonly correctionKeys: ReadonlySet<string>;
  /** Path of retired.csv, where a coder lists retired ids. */
  readonly retiredPath: string;
  readonly drafts?: Drafts | undefined;
}

/** Compares what would be published with the last release. */
export function planNextRelease(next: NextRelease): ReleasePlan {
  const { last, newest, candidate, others, created, judgements, correctionKeys, retiredPath, drafts } = next;
  const withdrawn = drafts === undefined ? [] : checkDrafts(drafts, last);
  // Everything else that would be found follows from it.
  if (withdrawn.length > 0) return { ...unchanged(last), issues: withdrawn };
  const { decisions, corrections } = judgements;
  const to = readRelease(candidate);
  const diff = diffReleases(last, to);
  const traces = claimTraces(diff, last, to);
  const choice = chooseVersion(diff, others, { newest, traces });
  const { version } = choice;
  const claimed = cellsOfClaims([last, to], last.changes);
  const open = openSince(corrections, { changes: last.changes, correctionKeys }, claimed);
  const idIssues = checkIds({ diff, from: last, to, retiredPath });
  if (choice.level === "none") {
    const issues = [...idIssues, ...checkCorrections(corrections.path, open, NOTHING_EXPLAINED)];
    return { ...unchanged(last), version, issues };
  }
  const reasonOf = findReasons(diff, to, { decisions, corrections: open });
  const comparison = compare({ diff: numbered(diff, version), traces, reasonOf, lineOf: recordLines(last, to) });
  const changes = comparison.changes.map((change): Change => ({ version, ...change }));
  const guarded = checkGuards({ diff, from: last, to, open, correctionsPath: corrections.path });
  const explained = { changes: aboutRecords(changes, cellsOfTraces(traces)), lifting: guarded.lifting };
  const section = writeSection({ version, created, choice: formatChoice(choice), comparison });
  return {
    version,
    why: formatChoice(choice),
    comparison,
    changes: [...changes, ...sumUpEarlier(last.changes, claimed)],
    changelog: writeChangelog(section, last.changelog),
    // Readers of any release of a major version come from the one before it.
    migrating: writeMigrating({ diff, to, version }) ?? last.migrating,
    issues: [...idIssues, ...guarded.issues, ...checkCorrections(corrections.path, open, explained)],
  };
}

/** The plan of a run that publishes nothing. */
const unchanged = ({ version, changes, changelog, migrating }: LastRelease) => ({
  ...{ version, why: null, comparison: null },
  ...{ changes, changelog, migrating },
});

const NOTHING_EXPLAINED = { changes: [], lifting: new Set<string>() };

/** The guards against damage that looks like a correction (`schemas/guards.ts`). */
function checkGuards(input: GuardInput): Guarded {
  const found = [checkLimits(input), checkMovedCells(input), checkLostStatements(input), checkNumberJumps(input)];
  return {
    issues: found.flatMap(({ issues }) => issues),
    lifting: new Set(found.flatMap(({ lifting }) => [...lifting])),
  };
}

const numbered = (diff: ReleaseDiff, version: string): ReleaseDiff => ({ ...diff, to: version });
