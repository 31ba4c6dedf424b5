import { codePoint } from "#pipeline/core/code-point.ts";
import type { CharacterFault } from "#pipeline/core/issues/stage-issue.ts";
import { findLookAlike } from "#pipeline/stage/look-alike.ts";
import { findMisread } from "#pipeline/stage/misread.ts";

/**
 * Control characters except line breaks, zero-width characters, the soft hyphen, tags, fillers, characters that change
 * the writing direction or the shape of digits, and a selector or joiner that has nothing to select or join.
 */
const INVISIBLE = new RegExp(
  [
    String.raw`[^\P{Cc}\n]`,
    String.raw`[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F]`,
    String.raw`[\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]`,
    String.raw`(?<!\p{Extended_Pictographic})[\uFE00-\uFE0F]`,
    String.raw`(?<=[\p{Script=Latin}\d])[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Latin}\d])`,
  ].join("|"),
  "u",
);
/** Not assigned, private, or half of a pair. */
const UNASSIGNED = /[\p{Cn}\p{Co}\p{Cs}]/u;

export interface BadCharacter {
  /** As `U+200B` or, for misread ones, as written. */
  readonly character: string;
  readonly fault: CharacterFault;
}

/** The first character of a cell that deceives the reader; `null` if there is none. */
export function findBadCharacter(text: string): BadCharacter | null {
  if (/^[\n\u0020-\u007E]*$/u.test(text)) return null;
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined) return { character: codePoint(invisible), fault: "invisible" };
  if (text.includes("\uFFFD")) return { character: codePoint("\uFFFD"), fault: "lost" };
  const [unassigned] = UNASSIGNED.exec(text) ?? [];
  if (unassigned !== undefined) return { character: codePoint(unassigned), fault: "unassigned" };
  const misread = findMisread(text);
  if (misread !== null) return { character: misread, fault: "misread" };
  const alike = findLookAlike(text);
  return alike === null ? null : { character: codePoint(alike), fault: "look-alike" };
}
