import type { IssueOf } from "#pipeline/core/issue.ts";
import { anotherRow } from "./another-row.ts";
import { didYouMean } from "./did-you-mean.ts";

type EventDataIssue = Extract<
  IssueOf<"resolve">,
  {
    code: `resolve/${
      | "unknown-record"
      | "source-stays-here"
      | "no-verdict"
      | "second-same-event"
      | "second-family"
      | "family-in-a-family"
      | "overlapping-aliases"}`;
  }
>;

/** What is wrong in the tables about event data, and how to fix it. */
export function formatEventDataIssue(issue: EventDataIssue): string {
  switch (issue.code) {
    case "resolve/unknown-record":
      return issue.isRetired
        ? `"${issue.recordId}" of ${issue.table} is retired.${issue.nearest === null ? "" : ` It is replaced by ${issue.nearest}.`} Name another record, if the row is true of it, or delete the row.`
        : `${issue.table} has no record "${issue.recordId}".${didYouMean(issue.nearest)} Correct the id, or delete the row.`;
    case "resolve/source-stays-here":
      return `No profile says that rows about "${issue.eventSource}" may be published, so this row is in no release, although anybody can read it here. Check the name of the event data. If it is right, move the row to staged/events/${issue.table}.csv.`;
    case "resolve/no-verdict":
      return issue.column === "verdict"
        ? `Nobody has decided yet whether ${issue.recordId} is this event, so the link is not published. Fill verdict, decided_by, coder and reason, or delete the row.`
        : `Nobody has taken this count beside ${issue.recordId} over yet, so it is not published. Fill coder, or delete the row.`;
    case "resolve/second-same-event":
      return `${issue.recordId} is the same as the event ${issue.firstEventId} already, in ${anotherRow(issue.firstLine)}. A record is one event: if it took place in several parts, both are part_of.`;
    case "resolve/second-family":
      return `${issue.actorId} is in the family ${issue.firstFamilyId} in ${anotherRow(issue.firstLine)}, and here in ${issue.familyId}. An actor has one family: make the two the same.`;
    case "resolve/family-in-a-family":
      return `${issue.familyId} is in the family ${issue.headOf} itself, so it cannot be the head of one. Write ${issue.headOf}.`;
    case "resolve/overlapping-aliases":
      return `"${issue.name}" means ${issue.actorId} on some of these days already, by ${anotherRow(issue.otherLine)}. Let one of the two periods end before the other begins, give the rows different countries, or delete one.`;
    default:
      return issue satisfies never;
  }
}
