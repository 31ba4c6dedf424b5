import type { IssueOf } from "#pipeline/core/issue.ts";

export function formatAgreementIssue(issue: IssueOf<"agreement">): string {
  switch (issue.code) {
    case "agreement/unregistered-coding":
      return `coders.csv does not say who made this coding. Add a row with the source_id ${issue.sourceId}, the coder_id ${issue.coderId} and the sha256 ${issue.sha256}, or delete the folder.`;
    case "agreement/missing-coding":
      return `There are no tables in second/${issue.sourceId}/${issue.coderId}. Put those of the coding there, or delete this row.`;
    case "agreement/unsealed-coding":
      return `The coding has no sha256 yet. When it is finished, write ${issue.sha256} here, and never change its files again.`;
    case "agreement/changed-coding":
      return `The files of this coding are frozen, but they have changed: a coding is never changed once it is made. Restore the files. The sha256 of what is there now is ${issue.sha256}.`;
    case "agreement/other-source":
      return `This coding is of ${issue.sourceId}, but the row is of "${issue.value}". Correct the source_id, or move the row to the coding of its source.`;
    default:
      return issue satisfies never;
  }
}
