import { formatAltered } from "#pipeline/core/format-altered-release.ts";
import type { IssueOf } from "#pipeline/core/issue.ts";
import { shorten } from "#pipeline/core/shorten.ts";

/** What is wrong and how to fix it. Long values and lists are cut already. */
export function formatPublishIssue(issue: IssueOf<"publish">): string {
  const column = shorten(issue.at.column ?? "");
  switch (issue.code) {
    case "publish/vanished-id":
      return `"${issue.id}" of ${issue.table} was published in ${issue.version}, but is missing now. Restore its row, or list the id in retired.csv.`;
    case "publish/published-draft":
      return `${issue.sourceId} was published in ${issue.version}, so it cannot become a draft: its published rows would vanish. Set its status to published again. To take rows back, remove them, and list the ids that are left without rows in retired.csv.`;
    case "publish/reused-id":
      return `"${issue.id}" of ${issue.table} was retired in ${issue.version}, but is used again. An id is never reused: choose a new one.`;
    case "publish/idle-correction":
      return `This reason matches no change: neither the next release nor an earlier one changes ${issue.column === null ? "" : `${issue.column} of `}${issue.ids.join(", ")} in ${issue.table}. Correct the row, or delete it.`;
    case "publish/too-many-changes":
      return `${issue.count} of ${issue.rows} records of ${issue.table} have changed (${issue.inColumn} of them in ${issue.column}), such as ${issue.examples.join(", ")}; one release may change ${issue.limit}. Look for a damaged column. If the changes are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,,REASON`;
    case "publish/too-many-gone":
      return `${issue.count} of ${issue.rows} records of ${issue.table} are retired, such as ${issue.examples.join(", ")}; one release may retire ${issue.limit}. Restore them. If the retirements are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,,REASON`;
    case "publish/lost-statements":
      return `${issue.sourceId} has ${issue.after} of its ${issue.before} rows about ${issue.id} in ${issue.version} left. Restore the others. If they are meant to go, add this row to corrections.csv, with the reason: ${issue.table},${issue.id},,REASON`;
    case "publish/moved-cells":
      return `${issue.count} records of ${issue.table}, such as ${issue.examples.join(", ")}, have each other's values in ${column}, as after sorting that column alone. Restore the column. If the changes are meant, add this row to corrections.csv, with a new reason: ${issue.table},*,${column},REASON`;
    case "publish/number-jump":
      return `${issue.id} had "${issue.before}" in ${issue.version}, and would have "${issue.after}" now. Count the zeros. If the change is meant, add this row to corrections.csv, with the reason: ${issue.table},${issue.id},${column},REASON`;
    case "publish/invalid-output":
      return `${issue.table} ${issue.id} would be published with "${issue.value}" in ${column}, which its own schema does not allow. This is a bug in the pipeline: please report it.`;
    case "publish/altered-release":
      return formatAltered(issue);
    case "publish/withdrawn-inputs":
      return `These data are the ones of ${issue.version}, which was withdrawn, so they are not published again. Correct raw/ first.`;
    default:
      return issue satisfies never;
  }
}
