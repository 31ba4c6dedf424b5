/** An example to learn from: what a sentence has, and whether it is of the class. */
export interface Example {
  readonly features: ReadonlySet<string>;
  readonly isOfClass: boolean;
}

/** Log odds that something with these features is of the class. */
export type Judge = (features: ReadonlySet<string>) => number;

/** Counts are raised by this much, so that what was never seen is unlikely rather than impossible (Jeffreys' half). */
const SMOOTHING = 0.5;

interface Side {
  n: number;
  total: number;
  readonly counts: Map<string, number>;
}

const aSide = (): Side => ({ n: 0, total: 0, counts: new Map() });

/**
 * Multinomial naive Bayes for one class against the rest, each feature counted once in an example. Features that are not
 * `known` say nothing. Without an example of the class, or of the rest, there is no judge.
 */
export function learn(examples: readonly Example[], known: ReadonlySet<string>): Judge | null {
  const [of, rest] = [aSide(), aSide()];
  for (const { features, isOfClass } of examples) {
    const side = isOfClass ? of : rest;
    side.n += 1;
    for (const feature of features) {
      if (!known.has(feature)) continue;
      side.total += 1;
      side.counts.set(feature, (side.counts.get(feature) ?? 0) + 1);
    }
  }
  if (of.n === 0 || rest.n === 0) return null;
  const share = ({ total, counts }: Side, feature: string) =>
    ((counts.get(feature) ?? 0) + SMOOTHING) / (total + SMOOTHING * known.size);
  const weights = new Map([...known].map((one) => [one, Math.log(share(of, one) / share(rest, one))]));
  const prior = Math.log(of.n / rest.n);
  // In one order, because the sum of the same decimals depends on it.
  return (features) => [...features].sort().reduce((sum, feature) => sum + (weights.get(feature) ?? 0), prior);
}
