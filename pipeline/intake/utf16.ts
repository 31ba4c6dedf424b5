/** What a text does not have: control characters other than white space, and what no character is. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r]|[\uFFFD\uFFFE\uFFFF]/u;
/** Bytes that are looked at. */
const OPENING = 2048;

/** The form of UTF-16 that bytes have: by their byte order mark, or because they are a text in it that begins with two Latin letters. */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0) return isTextIn("utf-16le", bytes);
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return isTextIn("utf-16be", bytes);
  return null;
}

const isTextIn = <Label extends "utf-16le" | "utf-16be">(label: Label, bytes: Uint8Array): Label | null =>
  NO_TEXT.test(new TextDecoder(label).decode(bytes.subarray(0, OPENING))) ? null : label;
