import { wordsOf } from "#pipeline/documents/text-words.ts";

/** Returns a function that puts `null` in place of the words of each title: a title may be copied. */
export function maskTitles(titles: Iterable<string | null>): (words: readonly string[]) => readonly (string | null)[] {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const title of titles) {
    const words = wordsOf(title ?? "");
    const [first] = words;
    if (first === undefined) continue;
    const begun = byFirst.get(first) ?? [];
    byFirst.set(first, begun);
    begun.push(words);
  }
  return (words) => {
    const masked: (string | null)[] = [...words];
    words.forEach((word, at) => {
      for (const title of byFirst.get(word) ?? []) {
        if (title.every((part, step) => words[at + step] === part)) masked.fill(null, at, at + title.length);
      }
    });
    return masked;
  };
}
