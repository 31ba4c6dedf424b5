import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { EventsIssue } from "#pipeline/core/issues/events-issue.ts";

/** A file of which nothing is imported, and why. */
export class Refused extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(", "));
    this.issues = issues;
  }
}

/** The refusal of a file for one reason. */
export const refusedFor = (issue: EventsIssue, at: Pick<Place, "file"> & Partial<Place>) =>
  new Refused([{ at: { line: null, column: null, ...at }, ...issue }]);
