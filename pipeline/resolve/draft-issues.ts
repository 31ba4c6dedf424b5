import { type Issue, isWarning } from "#pipeline/core/issue.ts";

/**
 * The issues that concern a release: those that remain without the drafts, and errors that only leaving them out causes.
 * A decision, or a confirmed warning, that has nothing to do without a draft waits with it.
 */
export function issuesWithoutDrafts(all: readonly Issue[], remaining: readonly Issue[]): Issue[] {
  const known = new Map(all.map((issue) => [JSON.stringify(issue), issue]));
  return remaining.flatMap((issue) => {
    const same = known.get(JSON.stringify(issue));
    if (same !== undefined) return [same];
    return isWarning(issue) || WAITING.has(issue.code) ? [] : [causedByDraft(issue)];
  });
}

const WAITING: ReadonlySet<Issue["code"]> = new Set(["resolve/stale-decision", "resolve/idle-check"]);

/** What a published row names, but only a draft has. */
function causedByDraft(issue: Issue): Issue {
  switch (issue.code) {
    case "resolve/unknown-reference":
      return { code: "resolve/only-in-draft", at: issue.at, value: issue.value };
    case "resolve/unknown-split":
    case "resolve/unknown-replacement":
      return { code: "resolve/only-in-draft", at: issue.at, value: issue.id };
    default:
      return issue;
  }
}
