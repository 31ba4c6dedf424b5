import type { CharacterFault } from "#pipeline/core/issue.ts";

/** Control signs other than a line break, zero-width signs, the soft hyphen, and signs that turn the direction of writing. */
const INVISIBLE = /[^\P{Cc}\n]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/u;
/** `Ã©` for é, `â€™` for ’: the bytes of one UTF-8 letter, each read as one of windows-1252. */
const MISREAD = /[\u00C2\u00C3][\u00A0-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|\u00E2\u20AC./u;

/** The first sign of a cell that no source prints, as `U+200B` or as it stands; `null` where there is none. */
export function findBadCharacter(text: string): { character: string; fault: CharacterFault } | null {
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined) return { character: codePoint(invisible), fault: "invisible" };
  if (text.includes("\uFFFD")) return { character: codePoint("\uFFFD"), fault: "lost" };
  const [misread] = MISREAD.exec(text) ?? [];
  return misread === undefined ? null : { character: misread, fault: "misread" };
}

const codePoint = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
