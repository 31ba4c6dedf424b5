import type { CharacterFault } from "#pipeline/core/issue.ts";

/** Control characters except line breaks, zero-width characters, the soft hyphen, and characters that change the writing direction. */
const INVISIBLE = /[^\P{Cc}\n]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/u;
/** `Ã©` for é, `â€™` for ’: the bytes of one UTF-8 character, each read as a windows-1252 character. */
const MISREAD = /[\u00C2\u00C3][\u00A0-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|\u00E2\u20AC./u;

/** The first invisible, lost or misread character of a cell, as `U+200B` or as written; `null` if there is none. */
export function findBadCharacter(text: string): { character: string; fault: CharacterFault } | null {
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined) return { character: codePoint(invisible), fault: "invisible" };
  if (text.includes("\uFFFD")) return { character: codePoint("\uFFFD"), fault: "lost" };
  const [misread] = MISREAD.exec(text) ?? [];
  return misread === undefined ? null : { character: misread, fault: "misread" };
}

const codePoint = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
