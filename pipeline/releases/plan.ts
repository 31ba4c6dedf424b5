import { z } from "zod";
import type { Change } from "#pipeline/core/change.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { Row } from "#pipeline/core/row.ts";
import { writeChangelog, writeFirstSection, writeSection } from "./changelog.ts";
import { changesOf, earlierChanges } from "./changes.ts";
import { diffReleases, type ReleaseDiff } from "./diff.ts";
import { checkIds } from "./identity.ts";
import { type ReleaseFiles, readRelease, textOf } from "./published-release.ts";
import { findReasons } from "./reasons.ts";
import { chooseVersion, FIRST_VERSION, wordChoice } from "./version.ts";

/** What a run would publish, and why under that version. */
export interface ReleasePlan {
  readonly version: string;
  /** `MINOR: 3 rows added to events`, or `null` where there is nothing to publish. */
  readonly why: string | null;
  /** All rows of changes.csv, newest release first. */
  readonly changes: readonly Change[];
  /** CHANGELOG.md. */
  readonly changelog: string;
  readonly issues: readonly Issue[];
}

/** `rows` counts the rows of each table. */
export const planFirstRelease = (created: string, rows: ReadonlyMap<string, number>): ReleasePlan => ({
  version: FIRST_VERSION,
  why: "FIRST: there is no release yet",
  changes: [],
  changelog: writeChangelog(writeFirstSection(FIRST_VERSION, created, rows), null),
  issues: [],
});

/** The facts with which today's data are rebuilt as the last release. */
export function factsOfLast(last: ReleaseFiles) {
  const { version, created } = Descriptor.parse(JSON.parse(textOf(last, "datapackage.json")));
  return {
    version,
    created: created.slice(0, "2026-01-01".length),
    changes: earlierChanges(last),
    changelog: textOf(last, "CHANGELOG.md"),
  };
}

const Descriptor = z.looseObject({ version: z.string(), created: z.string() });

interface NextRelease {
  readonly last: ReleaseFiles;
  /**
   * Today's data, built as if they were the last release: with its version, its day, its changes and its changelog.
   * So whatever differs from the last release is a change to the data or to their words, and nothing else.
   */
  readonly rebuilt: ReleaseFiles;
  readonly created: string;
  /** Rows of decisions.csv: their reasons are given where they changed a cell. */
  readonly decisions: readonly Row[];
  /** Where a tombstone is written. */
  readonly retiredPath: string;
}

/** Compares what would be published with the last release. */
export function planNextRelease({ last, rebuilt, created, decisions, retiredPath }: NextRelease): ReleasePlan {
  const [from, to] = [readRelease(last), readRelease(rebuilt)];
  const diff = diffReleases(from, to);
  const choice = chooseVersion(diff, changedFiles(last, rebuilt));
  const issues = checkIds({ diff, from, to, retiredPath });
  if (choice.level === "none")
    return {
      version: from.version,
      why: null,
      changes: earlierChanges(last),
      changelog: textOf(last, "CHANGELOG.md"),
      issues,
    };
  const changes = changesOf(diff, choice.version, findReasons(diff, to, decisions));
  const section = writeSection({
    version: choice.version,
    created,
    choice: wordChoice(choice),
    diff: numbered(diff, choice.version),
    changes,
  });
  return {
    version: choice.version,
    why: wordChoice(choice),
    changes: [...changes, ...earlierChanges(last)],
    changelog: writeChangelog(section, last),
    issues,
  };
}

const numbered = (diff: ReleaseDiff, version: string): ReleaseDiff => ({ ...diff, to: version });

/** Files that say how a release was made, not what it says: they differ with every change to the code. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["manifest.json", "SHA256SUMS"]);

/** Files that differ, or that only one of the two has. */
function changedFiles(last: ReleaseFiles, rebuilt: ReleaseFiles): string[] {
  const paths = [...new Set([...last.keys(), ...rebuilt.keys()])].filter((path) => !BOOKKEEPING.has(path)).sort();
  return paths.filter((path) => !isSame(last.get(path), rebuilt.get(path)));
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a !== undefined && b !== undefined && a.length === b.length && sha256Hex(a) === sha256Hex(b);
