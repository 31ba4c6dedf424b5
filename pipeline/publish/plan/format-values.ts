import { code } from "#pipeline/publish/markdown.ts";

/** Longer texts are cut. */
const LONGEST = 80;
/** How many characters are shown at least before and after the first difference of two texts that are cut. */
const AROUND_DIFFERENCE = 20;

/** The words for a change of a value: from what to what. */
export function formatValues(before: string | null, after: string | null): string {
  const [old, now] = [lettersOf(before), lettersOf(after)];
  const same = lengthOfSame(old, now);
  const isFarBehind = Math.max(old.length, now.length) > LONGEST && same + AROUND_DIFFERENCE > LONGEST;
  const start = isFarBehind ? same - AROUND_DIFFERENCE : 0;
  const show = (value: string | null, letters: readonly string[]) =>
    value === null ? "nothing" : code(cutText(letters, start));
  return `from ${show(before, old)} to ${show(after, now)}`;
}

/** A text on one line, as its characters. */
const lettersOf = (value: string | null) => [...(value ?? "").replace(/\s+/gu, " ")];

/** With how many equal characters two texts begin. */
function lengthOfSame(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((letter, position) => letter !== b[position]);
  return at === -1 ? a.length : at;
}

const cutText = (letters: readonly string[], start: number) =>
  [start > 0 ? "…" : "", ...letters.slice(start, start + LONGEST), letters.length > start + LONGEST ? "…" : ""].join(
    "",
  );
