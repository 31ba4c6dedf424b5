import { type Issue, isIssueOf, isWarning, type Place } from "#pipeline/core/issue.ts";
import { formatAgreementIssue } from "#pipeline/core/issues/format-agreement-issue.ts";
import { formatDocumentsIssue } from "#pipeline/core/issues/format-documents-issue.ts";
import { formatEventsIssue } from "#pipeline/core/issues/format-events-issue.ts";
import { formatExtractIssue } from "#pipeline/core/issues/format-extract-issue.ts";
import { formatPublishIssue } from "#pipeline/core/issues/format-publish-issue.ts";
import { formatResolveIssue } from "#pipeline/core/issues/format-resolve-issue.ts";
import { formatSheetIssue } from "#pipeline/core/issues/format-sheet-issue.ts";
import { formatStageIssue } from "#pipeline/core/issues/format-stage-issue.ts";
import { shorten, shortenFacts } from "#pipeline/core/shorten.ts";
import { terminalLine } from "#pipeline/core/terminal-text.ts";

/** `raw/coded/expansion.csv:41:date`: the form in which editors and terminals link to a line. */
export const formatPlace = ({ file, line, column }: Place) =>
  [file, line, column === null ? null : shorten(column)].filter((part) => part !== null).join(":");

/** One issue on one line, whatever its data contain: its place, its code, what is wrong and how to fix it. */
export const formatIssue = (issue: Issue) =>
  terminalLine(`${formatPlace(issue.at)}  ${issue.code}  ${formatMessage(issue)}`);

/** An issue for a program: its facts, how serious it is, and its words. */
export type WordedIssue = Issue & { readonly severity: "error" | "warning"; readonly message: string };

export const wordedIssue = (issue: Issue): WordedIssue => ({
  ...issue,
  severity: isWarning(issue) ? "warning" : "error",
  message: formatMessage(issue),
});

/** What is wrong and, last, how to fix it, in whole sentences. Long values and lists are cut. */
export const formatMessage = (issue: Issue) => wordIssue(shortenFacts(issue));

function wordIssue(issue: Issue): string {
  if (isIssueOf("extract", issue)) return formatExtractIssue(issue);
  if (isIssueOf("stage", issue)) return formatStageIssue(issue);
  if (isIssueOf("resolve", issue)) return formatResolveIssue(issue);
  if (isIssueOf("publish", issue)) return formatPublishIssue(issue);
  if (isIssueOf("documents", issue)) return formatDocumentsIssue(issue);
  if (isIssueOf("sheet", issue)) return formatSheetIssue(issue);
  if (isIssueOf("agreement", issue)) return formatAgreementIssue(issue);
  if (isIssueOf("events", issue)) return formatEventsIssue(issue);
  return issue satisfies never;
}
