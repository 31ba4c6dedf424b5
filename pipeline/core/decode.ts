export interface Decoded {
  readonly text: string;
  /** Name of the encoding the bytes look like, where it is not UTF-8. */
  readonly foreign: string | null;
}

/**
 * UTF-8 with or without a byte order mark. Anything else is named by what it looks like, and read well enough to find
 * a line in it: `latin1` differs from windows-1252 in the signs 0x80 to 0x9F alone.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const isOf = (...head: number[]) => first === head[0] && second === head[1];
  // Without a mark, a Latin letter in UTF-16 shows by the zero beside it.
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
