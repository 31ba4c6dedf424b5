export interface RunOptions {
  readonly raw: string;
  readonly staged: string;
  readonly dist: string;
  readonly texts?: string | undefined;
  readonly check: boolean;
  readonly date?: string | undefined;
}

/** What came of a run: its exit code, the release that now stands, and why it failed, if it did. */
export interface RunResult {
  readonly exitCode: number;
  readonly version: string | null;
  readonly failure: string | null;
}
