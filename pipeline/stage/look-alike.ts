/** Wide, mathematical and joined forms of Latin letters. */
const STYLED = /[\uFB00-\uFB06\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
/** Scripts with letters that look like Latin ones. */
const ALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

/** A letter that looks like a Latin one: a styled form, or a Cyrillic, Greek or similar letter inside a Latin word. */
export function findLookAlike(text: string): string | null {
  const [styled] = STYLED.exec(text) ?? [];
  if (styled !== undefined) return styled;
  if (!ALIKE.test(text)) return null;
  const mixed = text.match(WORD)?.find((word) => LATIN.test(word) && ALIKE.test(word));
  return mixed === undefined ? null : (ALIKE.exec(mixed)?.[0] ?? null);
}
