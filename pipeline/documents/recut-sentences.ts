import { countWords, hashSentence } from "#pipeline/core/sentence-hash.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";

/** Sentences that have the same words in both versions of a text, cut elsewhere: one into several, or several into one. */
export interface Recut {
  /** Positions in the index before, and in the index now. Both follow one another, and one of the two is single. */
  readonly before: readonly number[];
  readonly now: readonly number[];
}

interface Versions {
  readonly before: SentenceIndex;
  readonly now: SentenceIndex;
  /** The normalised text from which the index now was cut. */
  readonly text: string;
}

/**
 * Finds sentences that were split or joined, by exact hash. Whether the parts of a split sentence are the sentence, the
 * hash of their text from the first to the last says. Whether a joined sentence is made of the sentences before, their
 * hashes say: its text is divided after as many words as each of them has. So a sentence that only resembles another, or
 * lost a word where it was cut, stays gone.
 *
 * It walks from each sentence that both versions have in both directions, as far as the words stay the same, so its work
 * grows with the text.
 */
export function findRecut(versions: Versions, pairs: ReadonlyMap<number, number>): Recut[] {
  const { before, now } = versions;
  const found: Recut[] = [];
  const takenBefore = new Set(pairs.keys());
  const takenNow = new Set(pairs.values());
  const free = (taken: ReadonlySet<number>, length: number) => (at: number) => at >= 0 && at < length && !taken.has(at);
  const isFree = { before: free(takenBefore, before.entries.length), now: free(takenNow, now.entries.length) };
  for (const step of [1, -1] as const) {
    const edge: [number, number] = step === 1 ? [-1, -1] : [before.entries.length, now.entries.length];
    for (const [from, to] of [edge, ...pairs]) {
      let [i, j] = [from + step, to + step];
      while (isFree.before(i) && isFree.now(j)) {
        const recut =
          findSplit(versions, { i, j, step }, isFree.now) ?? findJoined(versions, { i, j, step }, isFree.before);
        if (recut === null) break;
        found.push(recut);
        for (const at of recut.before) takenBefore.add(at);
        for (const at of recut.now) takenNow.add(at);
        i += step * recut.before.length;
        j += step * recut.now.length;
      }
    }
  }
  return found.sort((a, b) => (a.before[0] ?? 0) - (b.before[0] ?? 0));
}

/** The positions at which a walk stands in both versions, and its direction. */
interface Walk {
  readonly i: number;
  readonly j: number;
  readonly step: 1 | -1;
}

const ascending = (positions: readonly number[]) => [...positions].sort((a, b) => a - b);

/** The sentences now whose text together is the sentence before at `i`. */
function findSplit(
  { before, now, text }: Versions,
  { i, j, step }: Walk,
  isFree: (at: number) => boolean,
): Recut | null {
  const sentence = before.entries[i];
  const parts: number[] = [];
  const fitting: number[] = [];
  let words = 0;
  for (let at = j; isFree(at) && words <= (sentence?.words ?? 0); at += step) {
    words +=
      (now.entries[at]?.words ?? 0) - Number(parts.length > 0 && sharesWord({ now, text }, Math.min(at, at - step)));
    parts.push(at);
    if (words === sentence?.words) fitting.push(parts.length);
  }
  for (const length of new Set([fitting[0] ?? 0, fitting.at(-1) ?? 0])) {
    const positions = ascending(parts.slice(0, length));
    const [start, end] = [now.entries[positions[0] ?? -1]?.start, now.entries[positions.at(-1) ?? -1]?.end];
    if (length > 1 && hashSentence(text.slice(start, end)) === sentence?.sha256) return { before: [i], now: positions };
  }
  return null;
}

/** Whether a sentence and the next one stand so close that they count as one word where they meet: `left.The` */
function sharesWord({ now, text }: Pick<Versions, "now" | "text">, at: number): boolean {
  const [one, next] = [now.entries[at], now.entries[at + 1]];
  if (one === undefined || next === undefined || one.end !== next.start) return false;
  return [
    /\S*$/u.exec(text.slice(Math.max(one.start, one.end - 60), one.end)),
    /^\S*/u.exec(text.slice(next.start, next.start + 60)),
  ].every((match) => countWords(match?.[0] ?? "") === 1);
}

/** The sentences before that together are the sentence now at `j`. */
function findJoined(
  { before, now, text }: Versions,
  { i, j, step }: Walk,
  isFree: (at: number) => boolean,
): Recut | null {
  const sentence = now.entries[j];
  if (sentence === undefined) return null;
  const parts: number[] = [];
  let words = 0;
  for (let at = i; isFree(at) && words < sentence.words; at += step) {
    words += before.entries[at]?.words ?? 0;
    parts.push(at);
  }
  if (parts.length < 2 || words !== sentence.words) return null;
  const positions = ascending(parts);
  const isMadeOf = holds(
    text.slice(sentence.start, sentence.end),
    positions.flatMap((at) => before.entries[at] ?? []),
  );
  return isMadeOf ? { before: positions, now: [j] } : null;
}

/** Whether a text consists of these sentences, one after the other: each ends with white space, or the text's end. */
function holds(text: string, sentences: readonly { readonly words: number; readonly sha256: string }[]): boolean {
  const tokens = [...text.matchAll(/\S+/gu)].map((token) => ({
    start: token.index,
    end: token.index + token[0].length,
    isWord: countWords(token[0]) === 1,
  }));
  let at = 0;
  for (const { words, sha256 } of sentences) {
    const first = at;
    for (let left = words; at < tokens.length && left > 0; at += 1) left -= Number(tokens[at]?.isWord);
    const isWhole = () => hashSentence(text.slice(tokens[first]?.start, tokens[at - 1]?.end)) === sha256;
    while (at < tokens.length && tokens[at]?.isWord === false && !isWhole()) at += 1;
    if (at === first || !isWhole()) return false;
  }
  return at === tokens.length;
}
