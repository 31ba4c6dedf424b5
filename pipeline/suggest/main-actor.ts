import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Mention } from "./mentions.ts";

/** The actor that most sentences of a document name; `null` if none does. Ties go to the first id. */
export function mainActor(sentences: readonly (readonly Mention[])[]): string | null {
  const counts = new Map<string, number>();
  for (const mentions of sentences) {
    const named = new Set(mentions.filter(({ kind }) => kind === "actor").map(({ id }) => id));
    for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  return first?.[0] ?? null;
}

/** "The group", "its", "le groupe": words that in a report about one group most often mean that one. */
const STAND_IN =
  /(?<![\p{L}\p{N}])(?:its?|(?:the|this) (?:group|organi[sz]ation|coalition|movement)|(?:le|ce) (?:groupe|mouvement)|(?:la|cette) coalition|l['’]organisation)(?![\p{L}\p{N}])/iu;

/** The words that stand for an actor without its name; `null` if there are none. */
export const standIn = (text: string): string | null => STAND_IN.exec(text)?.[0] ?? null;
