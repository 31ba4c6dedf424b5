import type { Block } from "./taken-in.ts";

/** Fewer letters are too few to tell related languages apart. */
const LEAST_LETTERS = 200;
/** More letters change nothing, and take time. */
const MOST_LETTERS = 20_000;

/** The language of a text in two letters, if its words leave no doubt. */
export async function findLanguage(blocks: readonly Block[]): Promise<string | null> {
  const text = blocks
    .map((block) => block.text)
    .join("\n")
    .slice(0, MOST_LETTERS);
  if (text.length < LEAST_LETTERS) return null;
  const { eld } = await import("eld/small");
  const found = eld.detect(text);
  return found.isReliable() && /^[a-z]{2}$/u.test(found.language) ? found.language : null;
}
