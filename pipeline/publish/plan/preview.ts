import { thousands } from "#pipeline/core/format-input-fault.ts";
import { type WordedIssue, wordedIssue } from "#pipeline/core/format-issue.ts";
import { formatIssueGroup } from "#pipeline/core/format-issue-group.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { shownIssues } from "#pipeline/core/shown-issues.ts";
import { plain } from "#pipeline/publish/markdown.ts";
import { type Comparison, STAGED } from "./comparison.ts";
import { formatDifferences, formatWithoutReason, sentence } from "./format-comparison.ts";
import type { ReleasePlan } from "./plan.ts";

/** What a run would publish now, for a reviewer: the version and the comparison with the last release. */
export interface Preview extends Omit<Comparison, "from"> {
  /** The version that would be published, or that already has these data; `null` if the data have errors. */
  readonly version: string | null;
  /** `MINOR: 3 records added to events`; `null` if there is nothing to publish. */
  readonly why: string | null;
  /** Whether neither errors in the data nor a guard prevent the release. */
  readonly is_publishable: boolean;
  /** Every error and warning, except those of drafts, which no release has. */
  readonly issues: readonly WordedIssue[];
  /** The last release; `null` if there is none. */
  readonly from: string | null;
}

/** `plan` is `null` if the data have errors. */
export function previewOf(plan: ReleasePlan | null, issues: readonly Issue[]): Preview {
  const nothing = { schema: [], changes: [], tables: [], outvoted: [], corrections_without_reason: [] };
  return {
    version: plan?.version ?? null,
    why: plan?.why ?? null,
    is_publishable: plan !== null && plan.issues.length === 0,
    issues: issues.map(wordedIssue),
    ...(plan?.comparison ?? { from: null, ...nothing }),
    to: STAGED,
  };
}

/** A preview as Markdown that a terminal can show. */
export function formatPreview(preview: Preview): string {
  const { version, why, from, is_publishable } = preview;
  if (version === null || why === null) {
    if (!is_publishable) return joined("## Nothing can be published\n", ...problems(preview));
    return joined("## Nothing to publish\n", `${version} already has these data.\n`);
  }
  return joined(
    `## Preview of ${version}\n`,
    `${sentence(why)}${from === null ? "" : ` Compared with ${from}.`}\n`,
    ...problems(preview),
    ...formatWithoutReason(preview),
    ...formatDifferences(preview, "lines"),
  );
}

const joined = (...parts: readonly string[]) => parts.join("\n").trimEnd();

function problems({ issues }: Preview): string[] {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const { shown, remaining } = shownIssues(errors);
  const lines = shown.map((group) => `- ${plain(formatIssueGroup(group))}`);
  const more = remaining === 0 ? [] : [`- And ${thousands(remaining)} more in issues.csv.`];
  return [`### What prevents the release\n\n${[...lines, ...more].join("\n")}\n`];
}
