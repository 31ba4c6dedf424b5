import type { Change } from "#pipeline/core/change.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { type PublishedRelease, readRelease } from "#pipeline/publish/compare/published-release.ts";
import { earlierChanges } from "./changes.ts";

/** The newest release that was not withdrawn, and what it says about the releases before it. */
export interface LastRelease extends PublishedRelease {
  /** All rows of changes.csv, newest release first. */
  readonly changes: readonly Change[];
  /** CHANGELOG.md. */
  readonly changelog: string;
  /** MIGRATING.md; `null` if the release has none. */
  readonly migrating: string | null;
}

/** Reads the files of a release once for all that compares with it. */
export const readLast = (files: ReleaseReader): LastRelease => ({
  ...readRelease(files),
  changes: earlierChanges(files),
  changelog: files.text("CHANGELOG.md"),
  migrating: files.has("MIGRATING.md") ? files.text("MIGRATING.md") : null,
});
