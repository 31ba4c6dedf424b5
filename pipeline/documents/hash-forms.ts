import { sha256Hex } from "#pipeline/core/hash.ts";

const LINE_ENDS = ["\n", "\r\n", "\r"];

/**
 * Whether this is the hash of a file with this normalised text. Such a file may have any line ends, composed or
 * decomposed letters, and a byte order mark.
 */
export const isHashOf = (sha256: string | null, text: string): boolean =>
  sha256 !== null &&
  ["NFC", "NFD"].some((form) =>
    LINE_ENDS.some((end) => {
      const written = text.normalize(form).replaceAll("\n", end);
      return [written, `\uFEFF${written}`].some((bytes) => sha256Hex(bytes) === sha256);
    }),
  );
