import type { Mention } from "./mentions.ts";

/** The actor that more sentences of a document name than any other; `null` if none does, or if two are named as often. */
export function mainActor(sentences: readonly (readonly Mention[])[]): string | null {
  const counts = new Map<string, number>();
  for (const mentions of sentences) {
    const named = new Set(mentions.filter(({ kind }) => kind === "actor").map(({ id }) => id));
    for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, n], [, m]) => m - n);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** "It is known that", "it may seem strange that", "it took a week to": this "it" stands for what follows, and for nobody. */
const EMPTY_IT = [
  String.raw`\s+(?:\p{L}+\s+){0,2}(?:be|been|is|was|seems?|seemed|appears?|appeared|follows|becomes?|became|remains?)\s+(?:\p{L}+\s+){0,3}(?:that|whether|why|how)`,
  String.raw`\s+(?:\p{L}+\s+){0,2}(?:be|been|is|was|seems?|becomes?|became|remains?)\s+(?:\p{L}+\s+)?(?:hard|easy|difficult|possible|impossible|important|essential|necessary|crucial|vital|time)\s+(?:to|for)`,
  String.raw`\s+(?:\p{L}+\s+)?(?:takes?|took|taken)\s+(?:\p{L}+\s+){1,4}to`,
].join("|");

const THE_GROUP = [
  "(?:the|this) (?:(?:armed|extremist|insurgent|islamist|jihadist|militant|new|terrorist|umbrella) )?(?:group|organi[sz]ation|coalition|movement)",
  "(?:le|ce) (?:groupe|mouvement)",
  "(?:la|cette) coalition",
  "l['’]organisation",
].join("|");

/** "The movement of goods", "le mouvement des troupeaux": what is done, and nobody who does it. */
const OF_SOMETHING = String.raw`\s+(?:(?:of|de|du|des)(?![\p{L}\p{N}])|d['’])`;

/** "The group", "its", "le groupe": words that in a report about one group most often mean that one. */
const STAND_IN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:its|it(?!(?:${EMPTY_IT})(?![\p{L}\p{N}]))|(?:${THE_GROUP})(?!${OF_SOMETHING}))(?![\p{L}\p{N}])`,
  "iu",
);

/** The words that stand for an actor without its name; `null` if there are none. */
export const standIn = (text: string): string | null => STAND_IN.exec(text)?.[0] ?? null;
