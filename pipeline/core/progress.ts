/** Is told what a command is doing, to show it to a person who waits. */
export interface Progress {
  /** Begins a step of the work, and ends the one before. */
  readonly begin: (step: string) => void;
  /** What the step is at. */
  readonly doing: (what: string) => void;
  /** What the step has found or made, for the line that stays: `22 tables`. */
  readonly found: (counts: string) => void;
  /** Ends the last step. */
  readonly end: () => void;
}

/** Shows nothing. */
export const NO_PROGRESS: Progress = {
  begin: () => undefined,
  doing: () => undefined,
  found: () => undefined,
  end: () => undefined,
};
