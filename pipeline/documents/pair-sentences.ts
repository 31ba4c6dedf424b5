import { placesOf } from "#pipeline/documents/pair-equal.ts";

/**
 * Pairs the sentences of two versions of a text by exact hash: positions before → positions now.
 *
 * Sentences that occur once in both versions are paired first. Of repeated sentences, those next to a pair are paired
 * with the one next to its partner (Heckel, "A technique for isolating differences between files", CACM 21(4), 1978).
 * The remaining sentences of a hash are paired in the order of the texts: their words are the same, and so is the
 * evidence.
 */
export function pairSentences(before: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    pairs.set(from, to);
    taken.add(to);
  };
  const isOpen = (from: number, to: number) =>
    before[from] !== undefined && before[from] === now[to] && !pairs.has(from) && !taken.has(to);

  const placesBefore = placesOf(before);
  const placesNow = placesOf(now);
  for (const [hash, [from, ...others]] of placesBefore) {
    const [to, ...othersNow] = placesNow.get(hash) ?? [];
    if (from !== undefined && to !== undefined && others.length + othersNow.length === 0) pair(from, to);
  }
  for (let from = -1; from < before.length; from += 1) {
    const to = from === -1 ? -1 : pairs.get(from);
    if (to !== undefined && isOpen(from + 1, to + 1)) pair(from + 1, to + 1);
  }
  for (let from = before.length; from > 0; from -= 1) {
    const to = from === before.length ? now.length : pairs.get(from);
    if (to !== undefined && isOpen(from - 1, to - 1)) pair(from - 1, to - 1);
  }
  for (const [hash, places] of placesBefore) {
    const left = (placesNow.get(hash) ?? []).filter((to) => !taken.has(to));
    places
      .filter((from) => !pairs.has(from))
      .forEach((from, position) => {
        const to = left[position];
        if (to !== undefined) pair(from, to);
      });
  }
  return pairs;
}
