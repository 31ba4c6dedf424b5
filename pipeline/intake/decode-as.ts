import { OF_1252 } from "#pipeline/core/windows-1252.ts";

/** Decodes bytes by the label of an encoding that the Encoding Standard has. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== "windows-1252") return decoder.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/gu, (character) => OF_1252[character.charCodeAt(0) - 0x80] ?? character);
}
