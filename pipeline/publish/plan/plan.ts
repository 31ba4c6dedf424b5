import type { Change } from "#pipeline/core/change.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeChangelog, writeFirstSection, writeSection } from "./changelog.ts";
import { changesOf, earlierChanges } from "./changes.ts";
import { checkCorrections, openCorrections } from "./corrections.ts";
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
  /** `MINOR: 3 rows added to events`, or `null` if there is nothing to publish. */
  readonly why: string | null;
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
  /** Files other than tables that would differ if today's data were published with the facts of the last release. */
  readonly otherFiles: readonly string[];
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
  otherFiles,
  created,
  judgements,
  correctionKeys,
  retiredPath,
}: NextRelease): ReleasePlan {
  const [from, to] = [readRelease(last), readRelease(candidate)];
  const diff = diffReleases(from, to);
  const choice = chooseVersion(diff, otherFiles, newest);
  const earlier = earlierChanges(last);
  const idIssues = checkIds({ diff, from, to, retiredPath });
  const { decisions, corrections } = judgements;
  const open = openCorrections(corrections, { changes: earlier, correctionKeys });
  if (choice.level === "none") {
    const { changelog, migrating } = factsOfLast(last);
    const issues = [...idIssues, ...checkCorrections(corrections.path, open, { changes: [], lifting: new Set() })];
    return { version: from.version, why: null, changes: earlier, changelog, migrating, issues };
  }
  const guarded = checkGuards({ diff, from, to, open, correctionsPath: corrections.path });
  const changes = changesOf(diff, choice.version, findReasons(diff, to, { decisions, corrections: open }));
  const section = writeSection({
    version: choice.version,
    created,
    choice: formatChoice(choice),
    diff: numbered(diff, choice.version),
    changes,
  });
  return {
    version: choice.version,
    why: formatChoice(choice),
    changes: [...changes, ...earlier],
    changelog: writeChangelog(section, last),
    // Readers of any release of a major version come from the one before it.
    migrating: writeMigrating({ diff, to, version: choice.version }) ?? factsOfLast(last).migrating,
    issues: [
      ...idIssues,
      ...guarded.issues,
      ...checkCorrections(corrections.path, open, { changes, lifting: guarded.lifting }),
    ],
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
