/** Results that are kept at a time. */
const MOST = 50_000;

/**
 * A function of a text that keeps its results, because the same texts come again and again. What it keeps is a copy of
 * the text, so that a cell does not hold the whole part of the file that it was cut from.
 */
export function memo<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.result;
    const own = Buffer.from(text, "utf16le").toString("utf16le");
    const result = of(own);
    if (known.size === MOST) known.clear();
    known.set(own, { result });
    return result;
  };
}
