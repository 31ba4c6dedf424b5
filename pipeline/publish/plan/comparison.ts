import type { Change } from "#pipeline/core/change.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { diffReleases, type ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import { readRelease } from "#pipeline/publish/compare/published-release.ts";
import { writeComparison } from "./changelog.ts";
import { changesOf, earlierChanges } from "./changes.ts";
import type { ReasonOf } from "./reasons.ts";

/** The differences between any two releases, which need not be consecutive. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly schema: ReleaseDiff["schema"];
  readonly changes: readonly Omit<Change, "version">[];
}

/** Compares two published releases: as data and as text. The reasons come from changes.csv of the newer release. */
export function compareReleases(older: ReleaseReader, newer: ReleaseReader): { comparison: Comparison; text: string } {
  const diff = diffReleases(readRelease(older), readRelease(newer));
  const changes = changesOf(diff, diff.to, reasonsIn(earlierChanges(newer)));
  return {
    comparison: {
      from: diff.from,
      to: diff.to,
      schema: diff.schema,
      changes: changes.map(({ version: _, ...change }) => change),
    },
    text: writeComparison(diff, changes),
  };
}

/** The reason of the newest change to the same value. */
const reasonsIn =
  (changes: readonly Change[]): ReasonOf =>
  (table, recordId, cell) =>
    changes.find(
      (change) =>
        change.table === table &&
        change.record_id === recordId &&
        change.column === (cell?.column ?? null) &&
        (change.new_value ?? "") === (cell?.after ?? ""),
    )?.reason ?? null;
