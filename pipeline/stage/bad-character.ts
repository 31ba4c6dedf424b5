import { codePoint } from "#pipeline/core/code-point.ts";
import { findEntity } from "#pipeline/core/html-entity.ts";
import type { CharacterFault } from "#pipeline/core/issues/stage-issue.ts";
import { findMisread } from "#pipeline/core/misread.ts";
import { findLookAlike } from "#pipeline/stage/look-alike.ts";

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
  /** As `U+200B` or, for misread ones and those of HTML, as written. */
  readonly character: string;
  readonly fault: CharacterFault;
  /** The word in which it is as it was probably meant; `null` if that is not known. */
  readonly meant: string | null;
}

/** The first character of a cell that deceives the reader; `null` if there is none. */
export function findBadCharacter(text: string): BadCharacter | null {
  const entity = text.includes("&") ? findEntity(text) : null;
  if (entity !== null) return { ...entity, fault: "entity" };
  if (/^[\n\u0020-\u007E]*$/u.test(text)) return null;
  // Before invisible ones, because a letter can be misread as one that does not show.
  const misread = findMisread(text);
  if (misread !== null) return { ...misread, fault: "misread" };
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined)
    return { character: codePoint(invisible), fault: "invisible", meant: withoutInvisible(text, invisible) };
  if (text.includes("\uFFFD")) return { character: codePoint("\uFFFD"), fault: "lost", meant: null };
  const [unassigned] = UNASSIGNED.exec(text) ?? [];
  if (unassigned !== undefined) return { character: codePoint(unassigned), fault: "unassigned", meant: null };
  const alike = findLookAlike(text);
  return alike === null ? null : { character: codePoint(alike), fault: "look-alike", meant: null };
}

/** The word that has the character inside, without it; `null` if it stands at the edge of words. */
function withoutInvisible(text: string, invisible: string): string | null {
  const word = text.split(/\s/u).find((part) => part.includes(invisible)) ?? "";
  const meant = word.replaceAll(new RegExp(INVISIBLE, "gu"), "");
  const isInside = /[\p{L}\p{N}]/u.test(word.at(0) ?? "") && /[\p{L}\p{N}]/u.test(word.at(-1) ?? "");
  return isInside && meant !== "" ? meant : null;
}
