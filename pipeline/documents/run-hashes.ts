/** 2^25 bits are 4 MiB: in a text of a million words, one run in 30 that is not in it seems to be. */
const BITS = 25;

interface HashedRun {
  readonly hash: number;
  /** Position of the first word. */
  readonly start: number;
}

/** The hash of each run of so many words, except those with a gap. */
export function* hashRuns(words: readonly (string | null)[], length: number): Generator<HashedRun> {
  const hashes = words.map((word) => (word === null ? null : hashWord(word)));
  let gap = -1;
  for (let end = 0; end < hashes.length; end += 1) {
    if (hashes[end] === null) gap = end;
    const start = end - length + 1;
    if (start <= gap) continue;
    let hash = 0;
    for (let at = start; at <= end; at += 1) hash = Math.imul(hash ^ (hashes[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    yield { hash: hash >>> 0, start };
  }
}

/** FNV-1a with 32 bits (Fowler, Noll and Vo; isthe.com/chongo/tech/comp/fnv). */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** A set of hashes that needs the same memory for a long text as for a short one. It may have a hash that was never added. */
export class RunHashes {
  readonly #bits = new Uint32Array(2 ** (BITS - 5));

  constructor(runs: Iterable<HashedRun>) {
    for (const { hash } of runs) {
      const bit = hash >>> (32 - BITS);
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  has(hash: number): boolean {
    const bit = hash >>> (32 - BITS);
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}
