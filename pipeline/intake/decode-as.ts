/** The characters of 0x80 to 0x9F in windows-1252 (WHATWG Encoding Standard, index windows-1252). */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Decodes bytes by the label of an encoding that the Encoding Standard has. windows-1252 is decoded here, because
 * Node.js 20 takes it for latin1 (github.com/nodejs/node/issues/56542), and a text must not depend on the version of Node.js.
 */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== "windows-1252") return decoder.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/gu, (character) => UPPER[character.charCodeAt(0) - 0x80] ?? character);
}
