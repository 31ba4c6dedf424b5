import { QUOTED_ITEMS, QUOTED_LENGTH } from "#pipeline/core/limits.ts";

const ELLIPSIS = "…";

/** A text as a message quotes it: one that is too long ends in an ellipsis, and no character is cut in two. */
export function shorten(text: string): string {
  if (text.length <= QUOTED_LENGTH) return text;
  return text.slice(0, QUOTED_LENGTH).replace(/[\uD800-\uDBFF]$/u, "") + ELLIPSIS;
}

/** A fact of a message: its text, or its list, is cut if it is too long. */
const shortenFact = (fact: unknown): unknown => {
  if (typeof fact === "string") return shorten(fact);
  if (!Array.isArray(fact)) return fact;
  const items = fact.slice(0, QUOTED_ITEMS).map(shortenFact);
  return items.length < fact.length ? [...items, ELLIPSIS] : items;
};

/** The same facts, but the texts and lists among them are short enough for a message. */
export const shortenFacts = <T extends object>(facts: T): T =>
  new Proxy(facts, { get: (all, name) => shortenFact(Reflect.get(all, name)) });
