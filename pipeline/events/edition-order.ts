import { byCodeUnit } from "#pipeline/core/order.ts";

/** Compares editions part by part, numbers by value: 9.1 < 23.1 < 23.1.2; 24.0.9 < 24.0.10; 2021-11-29 < 2022-01-01. */
export function byEdition(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const [one, other] = [first[at], second[at]];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const order = compareParts(one, other);
    if (order !== 0) return order;
  }
  return byCodeUnit(a, b);
}

const partsOf = (edition: string) => edition.match(/\d+|[^\d._-]+/gu) ?? [];

const isNumber = (part: string) => /^\d/u.test(part);

/** A number comes after a word: `23.1-beta` is not newer than `23.1.1`. */
function compareParts(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? 1 : -1;
  return byCodeUnit(a, b);
}
