import type { Change } from "#pipeline/core/change.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog, writeFirstSection, writeSection } from "./changelog.ts";
import { earlierChanges } from "./changes.ts";
import { aboutRecords, cellsOfClaims, claimTraces } from "./claim-traces.ts";
import { type Comparison, compare } from "./comparison.ts";
import { checkCorrections, openCorrections } from "./corrections.ts";
import { sumUpEarlier } from "./derived-changes.ts";
import type { OtherNews } from "./headline.ts";
import { checkIds } from "./identity.ts";
import { checkLostStatements } from "./lost-statements.ts";
import { writeMigrating } from "./migrating.ts";
import { checkMovedCells } from "./moved-cells.ts";
import { checkNumberJumps } from "./number-jumps.ts";
import { findReasons, type Judgements } from "./reasons.ts";
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

/** The facts of a release, apart from its rows. */
export function factsOfLast(last: ReleaseReader) {
  const { version, created } = readRelease(last);
  return {
    version,
    created,
    changes: earlierChanges(last),
    changelog: last.text("CHANGELOG.md"),
    migrating: last.has("MIGRATING.md") ? last.text("MIGRATING.md") : null,
  };
}

interface NextRelease {
  /** The newest release that was not withdrawn. */
  readonly last: ReleaseReader;
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
}

/** Compares what would be published with the last release. */
export function planNextRelease({
  last,
  newest,
  candidate,
  others,
  created,
  judgements,
  correctionKeys,
  retiredPath,
}: NextRelease): ReleasePlan {
  const [from, to] = [readRelease(last), readRelease(candidate)];
  const diff = diffReleases(from, to);
  const traces = claimTraces(diff, from, to);
  const choice = chooseVersion(diff, others, { newest, traces });
  const { version } = choice;
  const earlier = earlierChanges(last);
  const claimed = cellsOfClaims(
    [from, to],
    [...earlier, ...traces.map(({ row }) => ({ table: row.table, record_id: row.recordId }))],
  );
  const idIssues = checkIds({ diff, from, to, retiredPath });
  const { decisions, corrections } = judgements;
  const open = openCorrections(corrections, { changes: aboutRecords(earlier, claimed), correctionKeys });
  if (choice.level === "none") {
    const { changelog, migrating } = factsOfLast(last);
    const issues = [...idIssues, ...checkCorrections(corrections.path, open, { changes: [], lifting: new Set() })];
    return { version, why: null, comparison: null, changes: earlier, changelog, migrating, issues };
  }
  const guarded = checkGuards({ diff, from, to, open, correctionsPath: corrections.path });
  const reasonOf = findReasons(diff, to, { decisions, corrections: open });
  const comparison = compare({ diff: numbered(diff, version), traces, reasonOf });
  const changes = comparison.changes.map((change): Change => ({ version, ...change }));
  const section = writeSection({ version, created, choice: formatChoice(choice), comparison });
  const explained = { changes: aboutRecords(changes, claimed), lifting: guarded.lifting };
  return {
    version,
    why: formatChoice(choice),
    comparison,
    changes: [...changes, ...sumUpEarlier(earlier, claimed)],
    changelog: writeChangelog(section, last),
    // Readers of any release of a major version come from the one before it.
    migrating: writeMigrating({ diff, to, version }) ?? factsOfLast(last).migrating,
    issues: [...idIssues, ...guarded.issues, ...checkCorrections(corrections.path, open, explained)],
  };
}

/** The guards against damage that looks like a correction (`schemas/guards.ts`). */
function checkGuards(input: GuardInput): Guarded {
  const found = [checkLimits(input), checkMovedCells(input), checkLostStatements(input), checkNumberJumps(input)];
  return {
    issues: found.flatMap(({ issues }) => issues),
    lifting: new Set(found.flatMap(({ lifting }) => [...lifting])),
  };
}

const numbered = (diff: ReleaseDiff, version: string): ReleaseDiff => ({ ...diff, to: version });
