import { formatMessage } from "./format-issue.ts";
import { groupBy } from "./group-by.ts";
import type { Issue } from "./issue.ts";
import { SHOWN_ALIKE, SHOWN_REPEATS } from "./limits.ts";

/** Issues that a terminal shows as one message. */
export interface IssueGroup {
  /** In the order in which they were found; never empty. */
  readonly issues: readonly Issue[];
  /** Whether all of them have the same words. Otherwise they have the same code, file and column, but other values. */
  readonly areSame: boolean;
}

interface Numbered {
  readonly issue: Issue;
  readonly position: number;
}

interface NumberedGroup {
  readonly members: readonly Numbered[];
  readonly areSame: boolean;
}

/**
 * Puts together what people read as one mistake, such as `NA` in every row of a column: issues with the same code, file,
 * column and words, if there are more than a few. If a column has very many issues of one code with different words, the
 * last group has all for which there is no room. Each issue is in one group, and groups are in the order of their first
 * issues. It takes one step for each issue.
 */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const numbered = issues.map((issue, position) => ({ issue, position }));
  const alike = groupBy(numbered, ({ issue: { code, at } }) => JSON.stringify([code, at.file, at.column]));
  return [...alike.values()]
    .flatMap(groupAlike)
    .flatMap(splitFew)
    .sort((a, b) => firstPosition(a) - firstPosition(b))
    .map(({ members, areSame }) => ({ issues: members.map(({ issue }) => issue), areSame }));
}

const firstPosition = ({ members: [first] }: NumberedGroup) => first?.position ?? 0;

function groupAlike(alike: readonly Numbered[]): NumberedGroup[] {
  const byWords = new Map<string, Numbered[]>();
  const others: Numbered[] = [];
  for (const one of alike) {
    const words = formatMessage(one.issue);
    const group = byWords.get(words);
    if (group !== undefined) group.push(one);
    else if (byWords.size < mostShown(one.issue)) byWords.set(words, [one]);
    else others.push(one);
  }
  const same = [...byWords.values()].map((members) => ({ members, areSame: true }));
  return others.length === 0 ? same : [...same, { members: others, areSame: false }];
}

/** How many different messages of one code a column shows. What only drafts have is missing for one reason. */
const mostShown = ({ code }: Issue) => (code === "resolve/only-in-draft" ? 1 : SHOWN_ALIKE);

/** A few issues are easier to follow one by one: each has its own place. */
const splitFew = (group: NumberedGroup): NumberedGroup[] =>
  group.members.length > SHOWN_REPEATS
    ? [group]
    : group.members.map((member) => ({ members: [member], areSame: true }));
