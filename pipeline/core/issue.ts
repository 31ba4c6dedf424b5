import type { AgreementIssue } from "#pipeline/core/issues/agreement-issue.ts";
import type { DocumentsIssue } from "#pipeline/core/issues/documents-issue.ts";
import type { EventsIssue } from "#pipeline/core/issues/events-issue.ts";
import type { ExtractIssue } from "#pipeline/core/issues/extract-issue.ts";
import type { PublishIssue } from "#pipeline/core/issues/publish-issue.ts";
import type { ResolveIssue } from "#pipeline/core/issues/resolve-issue.ts";
import type { SheetIssue } from "#pipeline/core/issues/sheet-issue.ts";
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
export type Issue = At &
  (
    | ExtractIssue
    | StageIssue
    | ResolveIssue
    | PublishIssue
    | DocumentsIssue
    | SheetIssue
    | AgreementIssue
    | EventsIssue
  );

/** The step that finds an issue. */
type Step = "extract" | "stage" | "resolve" | "publish" | "documents" | "sheet" | "agreement" | "events";

export type IssueOf<S extends Step> = Extract<Issue, { readonly code: `${S}/${string}` }>;

export const isIssueOf = <S extends Step>(step: S, issue: Issue): issue is IssueOf<S> =>
  issue.code.startsWith(`${step}/`);

export type IssueCode = Issue["code"];

const WARNINGS: ReadonlySet<IssueCode> = new Set([
  "extract/no-rows",
  "extract/not-read",
  "resolve/unread-sentences",
  "resolve/unused-entry",
  "resolve/lead-outvoted",
  "resolve/not-filled",
  "resolve/outside-outline",
  "resolve/pcode-of-another-unit",
  "resolve/early-date",
  "resolve/distant-date",
  "resolve/date-words",
  "resolve/made-by-spreadsheet",
  "resolve/distant-number",
  "resolve/high-number",
  "resolve/thousands-separator",
  "resolve/part-above-whole",
  "resolve/same-actor",
  "resolve/probable-twin",
  "resolve/foreign-script",
  "resolve/source-stays-here",
  "resolve/no-verdict",
  "documents/page-furniture",
  "documents/unclean-text",
  "sheet/unknown-sheet",
  "sheet/restored-cell",
  "events/unknown-type",
]);

/** Warnings are reported, but they do not stop a release. */
export const isWarning = ({ code }: Pick<Issue, "code">) => WARNINGS.has(code);

export const hasErrors = (issues: readonly Issue[]) => issues.some((issue) => !isWarning(issue));
