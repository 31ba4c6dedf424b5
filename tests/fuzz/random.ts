/** Random choices that a seed decides: the same seed makes the same choices on every machine. */
export interface Random {
  /** A whole number from 0 up to, but without, the limit. */
  readonly below: (limit: number) => number;
  /** One of the items. Throws if there is none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** True in about this share of the calls. */
  readonly chance: (share: number) => boolean;
}

/** mulberry32 (public domain, Tommy Ettinger), seeded by the FNV-1a hash of the text. */
export function randomOf(seed: string): Random {
  let state = fnv1a(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const [item] = items.slice(below(items.length));
      if (item === undefined) throw new Error("There is nothing to choose from.");
      return item;
    },
    chance: (share) => next() < share,
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** One of the items, each as likely as its weight says. */
export function pickWeighted<T extends { readonly weight: number }>(items: readonly T[], random: Random): T {
  const all = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.below(all);
  for (const item of items) {
    if (left < item.weight) return item;
    left -= item.weight;
  }
  throw new Error("There is nothing to choose from.");
}
