/** Code page 850 from 0x80. For the letters of French and English, code page 437 is the same (unicode.org, MICSFT/PC). */
const OF_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";

const isSmall = (byte: number | undefined) => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

/**
 * Whether a text is in a code page of DOS, by its most frequent letter beyond ASCII: é is 0x82, which is a low quotation
 * mark in windows-1252 and Ç in Mac Roman. Neither of them follows a small letter.
 */
export const isDos = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === 0x82 && isSmall(bytes[at - 1])) &&
  !bytes.some((byte, at) => byte >= 0xe0 && isSmall(bytes[at - 1]) && isSmall(bytes[at + 1]));

export const decodeDos = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u00FF]/gu, (character) => OF_850[character.charCodeAt(0) - 0x80] ?? character);
