import type { DocumentsIssue } from "#pipeline/core/issues/documents-issue.ts";
import type { ExtractIssue } from "#pipeline/core/issues/extract-issue.ts";
import type { PublishIssue } from "#pipeline/core/issues/publish-issue.ts";
import type { ResolveIssue } from "#pipeline/core/issues/resolve-issue.ts";
import type { StageIssue } from "#pipeline/core/issues/stage-issue.ts";

/** A place in a file: its path as the user would type it, a line counted from 1, and the name of a column. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
}

interface At {
  readonly at: Place;
}

/** Everything that can be wrong with the data that people write. `core/issues/` has a message for each code. */
export type Issue = At & (ExtractIssue | StageIssue | ResolveIssue | PublishIssue | DocumentsIssue);

/** The step that finds an issue. */
type Step = "extract" | "stage" | "resolve" | "publish" | "documents";

export type IssueOf<S extends Step> = Extract<Issue, { readonly code: `${S}/${string}` }>;

export const isIssueOf = <S extends Step>(step: S, issue: Issue): issue is IssueOf<S> =>
  issue.code.startsWith(`${step}/`);

export type IssueCode = Issue["code"];

const WARNINGS: ReadonlySet<IssueCode> = new Set([
  "extract/no-rows",
  "resolve/unread-sentence",
  "resolve/unused-entry",
  "resolve/lead-outvoted",
  "resolve/not-filled",
  "resolve/outside-outline",
  "resolve/early-date",
  "resolve/distant-date",
  "resolve/distant-number",
  "resolve/high-number",
  "resolve/foreign-script",
  "documents/page-furniture",
  "documents/unclean-text",
]);

/** Warnings are reported, but they do not stop a release. */
export const isWarning = ({ code }: Pick<Issue, "code">) => WARNINGS.has(code);

export const hasErrors = (issues: readonly Issue[]) => issues.some((issue) => !isWarning(issue));
