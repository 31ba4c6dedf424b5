/** An encoding that is not UTF-8; `mixed` is UTF-8 with letters of another encoding among its own. */
export type Encoding = "UTF-16" | "windows-1252" | "Mac Roman" | "mixed";

export interface Decoded {
  readonly text: string;
  /** The encoding that the bytes seem to have; `null` for UTF-8. */
  readonly foreign: Encoding | null;
  /** Whether the file ends inside a letter: its end is missing. */
  readonly isCut: boolean;
}

/** Bytes that windows-1252 does not have, or has for Ž only, and Mac Roman has for Å, ç, é, è, ê and ù. */
const OF_MAC_ROMAN = new Set([0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d]);

/**
 * Decodes UTF-8 with or without a byte order mark. For any other encoding, it guesses the name and decodes well enough
 * to count lines: `latin1` differs from windows-1252 only in 0x80 to 0x9F.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const isOf = (...head: number[]) => first === head[0] && second === head[1];
  const utf16 = (label: string): Decoded => ({
    text: new TextDecoder(label).decode(bytes),
    foreign: "UTF-16",
    isCut: false,
  });
  // Without a byte order mark, a zero byte next to a Latin letter reveals UTF-16.
  if (isOf(0xff, 0xfe) || (first !== 0 && second === 0)) return utf16("utf-16le");
  if (isOf(0xfe, 0xff) || (first === 0 && second !== 0 && second !== undefined)) return utf16("utf-16be");
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, foreign: null, isCut: false };
  return decodeCut(bytes) ?? decodeForeign(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 whose last letter lacks its end; `null` if it is something else. One letter alone may as well be windows-1252. */
function decodeCut(bytes: Uint8Array): Decoded | null {
  const begun = bytes.findLastIndex((byte) => byte >= 0xc2);
  if (begun === -1 || bytes.length - begun > 3) return null;
  // A stream waits for the rest of a letter.
  const rest = new TextDecoder("utf-8", { fatal: true });
  try {
    const text = rest.decode(bytes, { stream: true });
    return /[^\0-\u007F]/u.test(text) ? { text, foreign: null, isCut: true } : null;
  } catch {
    return null;
  }
}

function decodeForeign(bytes: Uint8Array): Decoded {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const foreign = lenient.match(/\uFFFD/gu)?.length ?? 0;
  const own = lenient.match(/[^\0-\u007F\uFFFD]/gu)?.length ?? 0;
  if (own > foreign) return { text: lenient, foreign: "mixed", isCut: false };
  return {
    text: Buffer.from(bytes).toString("latin1"),
    foreign: bytes.some((byte) => OF_MAC_ROMAN.has(byte)) ? "Mac Roman" : "windows-1252",
    isCut: false,
  };
}
