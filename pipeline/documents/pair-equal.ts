/**
 * Pairs what two lists have equally often, in its order: positions now → positions before. What one of them has more often
 * is not paired, because nothing tells which of its places is gone.
 */
export function pairEqual(before: readonly string[], now: readonly string[]): Map<number, number> {
  const placesBefore = placesOf(before);
  return new Map(
    [...placesOf(now)].flatMap(([item, places]) => {
      const others = placesBefore.get(item) ?? [];
      return places.length === others.length ? places.map((at, order) => [at, others[order] ?? -1] as const) : [];
    }),
  );
}

/** Where each item of a list is. */
export function placesOf(items: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  items.forEach((item, position) => {
    const known = places.get(item);
    if (known === undefined) places.set(item, [position]);
    else known.push(position);
  });
  return places;
}
