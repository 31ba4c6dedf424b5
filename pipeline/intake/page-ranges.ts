import type { PageRange } from "./taken-in.ts";

/** `1,3-18` → ranges of pages; `null` if it is none. */
export function readPages(text: string): PageRange[] | null {
  const ranges = text.split(",").map((part) => {
    const [, first, last = first] = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/u.exec(part) ?? [];
    return { first: Number(first), last: Number(last) };
  });
  return ranges.every(({ first, last }) => first >= 1 && first <= last) ? ranges : null;
}

/** The same ranges in words that `readPages` reads. */
export const formatPages = (ranges: readonly PageRange[]): string =>
  ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(",");
