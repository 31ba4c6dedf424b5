import type { Issue } from "#pipeline/core/issue.ts";
import type { Preview } from "#pipeline/publish/plan/preview.ts";

export interface RunOptions {
  readonly raw: string;
  readonly staged: string;
  readonly dist: string;
  readonly texts?: string | undefined;
  /** Only say what would be published. */
  readonly check: boolean;
  /** Whether to show the change that would be published, and publish nothing. */
  readonly preview: boolean;
  readonly date?: string | undefined;
  /** File of the key with which the release is signed. */
  readonly signKey?: string | undefined;
  /** Print the result as JSON. */
  readonly json: boolean;
  /** Print nothing but errors. */
  readonly quiet: boolean;
  /** Exit with 3 instead of 0 if there was nothing to do. */
  readonly exitCode: boolean;
}

/** The outcome of a run. */
export interface RunResult {
  readonly exitCode: number;
  readonly status: "published" | "nothing to do" | "would publish" | "failed";
  /** The release that stands, or that would be published; `null` if the run failed. */
  readonly version: string | null;
  /** Why it failed. */
  readonly failure: string | null;
  /** `MINOR: 3 records added to events`; `null` if nothing changed. */
  readonly why: string | null;
  /** The number of rows that the release adds to changes.csv. */
  readonly nChanges: number;
  /** The change itself, if the run was a preview. */
  readonly preview: Preview | null;
  /** Errors and warnings; none if the inputs were not read because nothing had changed. */
  readonly issues: readonly Issue[];
}

/** A run that found this release up to date. Other results differ from it in what they did. */
export const resultFor = (version: string, issues: readonly Issue[] = []): RunResult => ({
  exitCode: 0,
  status: "nothing to do",
  version,
  failure: null,
  why: null,
  nChanges: 0,
  preview: null,
  issues,
});

/** A run that failed, and why. */
export const failed = (failure: string, exitCode = 1, issues: readonly Issue[] = []): RunResult => ({
  exitCode,
  status: "failed",
  version: null,
  failure,
  why: null,
  nChanges: 0,
  preview: null,
  issues,
});
