export interface RunOptions {
  readonly raw: string;
  readonly staged: string;
  readonly dist: string;
  readonly texts?: string | undefined;
  readonly check: boolean;
  /** Whether to show the change that would be published, and publish nothing. */
  readonly preview: boolean;
  /** Whether a preview is printed as JSON. */
  readonly json: boolean;
  readonly date?: string | undefined;
  /** File of the key with which the release is signed. */
  readonly signKey?: string | undefined;
}

/** The outcome of a run: its exit code, the latest release if the run succeeded, and the reason if it failed. */
export interface RunResult {
  readonly exitCode: number;
  readonly version: string | null;
  readonly failure: string | null;
}
