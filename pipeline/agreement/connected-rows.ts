import { groupBy } from "#pipeline/core/group-by.ts";
import type { ComparedRow } from "./compared-row.ts";

/** Rows of two codings that are connected through sentences: no row outside shares a sentence with them. */
interface ConnectedRows {
  readonly first: readonly ComparedRow[];
  readonly second: readonly ComparedRow[];
}

/** The connected groups that have rows of both codings. Within a group, rows keep their order. */
export function connectedRows(first: readonly ComparedRow[], second: readonly ComparedRow[]): ConnectedRows[] {
  const { join, rootOf } = unions();
  for (const { sentences } of [...first, ...second]) {
    const [one, ...others] = sentences;
    for (const other of others) join(one ?? other, other);
  }
  const groupOf = ({ sentences: [one] }: { readonly sentences: Iterable<string> }) =>
    one === undefined ? null : rootOf(one);
  const seconds = groupBy(second, groupOf);
  return [...groupBy(first, groupOf)].flatMap(([root, rows]) => {
    const others = seconds.get(root);
    return root === null || others === undefined ? [] : [{ first: rows, second: others }];
  });
}

/** Sets of sentences that can be joined (union-find with halved paths). */
function unions() {
  const parents = new Map<string, string>();
  const parentOf = (sentence: string) => parents.get(sentence) ?? sentence;
  const rootOf = (sentence: string): string => {
    let at = sentence;
    while (parentOf(at) !== at) {
      parents.set(at, parentOf(parentOf(at)));
      at = parentOf(at);
    }
    return at;
  };
  return { rootOf, join: (a: string, b: string) => parents.set(rootOf(a), rootOf(b)) };
}
