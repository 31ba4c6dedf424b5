export interface Decoded {
  readonly text: string;
  /** The encoding that the bytes seem to have; `null` for UTF-8. */
  readonly foreign: string | null;
}

/**
 * Decodes UTF-8 with or without a byte order mark. For any other encoding, it guesses the name and decodes well enough
 * to count lines: `latin1` differs from windows-1252 only in 0x80 to 0x9F.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const isOf = (...head: number[]) => first === head[0] && second === head[1];
  // Without a byte order mark, a zero byte next to a Latin letter reveals UTF-16.
  if (isOf(0xff, 0xfe) || (first !== 0 && second === 0))
    return { text: new TextDecoder("utf-16le").decode(bytes), foreign: "UTF-16" };
  if (isOf(0xfe, 0xff) || (first === 0 && second !== 0 && second !== undefined))
    return { text: new TextDecoder("utf-16be").decode(bytes), foreign: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), foreign: null };
  } catch {
    return { text: Buffer.from(bytes).toString("latin1"), foreign: "windows-1252" };
  }
}
