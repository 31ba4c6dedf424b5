import type { Remark } from "#pipeline/intake/taken-in.ts";
import type { Run } from "./page-content.ts";

/** A page with fewer characters than this says too little. */
const LEAST = 200;
/** Prose has more letters and digits than this among its characters; so have tables and listings. */
const READABLE = 0.6;
/** From this share of letters on, a page is in a script that runs from right to left. */
const FROM_RIGHT = 0.2;

/**
 * What the characters of a page say: a font that does not tell what its shapes mean gives signs in the place of letters, and
 * the order of a text from right to left is not certain.
 */
export function remarksOnScript(page: number, runs: readonly Pick<Run, "text">[]): Remark[] {
  const text = runs
    .map((run) => run.text)
    .join("")
    .replace(/\s/gu, "");
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, text.length);
  if (text.length < LEAST) return [];
  return [
    ...(share(/[\p{L}\p{M}\p{N}]/gu) < READABLE ? [{ code: "letters-unreadable", page, detail: "" }] : []),
    ...(share(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu) > FROM_RIGHT ? [{ code: "from-right", page, detail: "" }] : []),
  ];
}
