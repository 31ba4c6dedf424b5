/** A line that goes on in the next one: it ends inside a sentence, and the next begins with a small letter. */
const ENDS_INSIDE = /[\p{L}\p{N},\u00AD-]\s*$/u;
const GOES_ON = /^\s*\p{Ll}/u;

/** If so many lines, and this share of those with words, go on in the next one, a program broke them at a width. */
const LEAST = { lines: 3, share: 0.2 };

export function isWrapped(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "").length;
  const broken = lines.filter((line, at) => ENDS_INSIDE.test(line) && GOES_ON.test(lines[at + 1] ?? "")).length;
  return broken >= LEAST.lines && broken >= filled * LEAST.share;
}
