import { isAscii } from "node:buffer";
import { OF_1252 } from "./windows-1252.ts";

/** What the bytes of a text file are; `mixed` is UTF-8 with letters of windows-1252 among its own. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "mixed";

/** Looks at the bytes of a text as they pass, and says at the end in which encoding it is; `null` if it is no text. */
export class EncodingWatch {
  #utf16: "utf-16le" | "utf-16be" | null = null;
  #isFirst = true;
  #hasZero = false;
  #isUtf8 = true;
  #own = 0;
  #foreign = 0;
  readonly #strict = new TextDecoder("utf-8", { fatal: true });
  readonly #lenient = new TextDecoder("utf-8");

  add(bytes: Uint8Array): void {
    if (this.#isFirst) this.#utf16 = utf16Of(bytes);
    this.#isFirst = false;
    if (this.#utf16 !== null) return;
    if (bytes.includes(0)) this.#hasZero = true;
    if (this.#isUtf8) this.#isUtf8 = this.#isDecoded(bytes);
    if (isAscii(bytes)) return;
    const text = this.#lenient.decode(bytes, { stream: true });
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) this.#foreign += 1;
      // A letter of two units counts by its first one.
      else if (unit > 0x7f && (unit & 0xfc00) !== 0xdc00) this.#own += 1;
    }
  }

  #isDecoded(bytes: Uint8Array): boolean {
    try {
      this.#strict.decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  }

  end(): TextEncodingName | null {
    if (this.#utf16 !== null) return this.#utf16;
    if (this.#hasZero) return null;
    if (this.#isUtf8) return "utf-8";
    return this.#own > this.#foreign ? "mixed" : "windows-1252";
  }
}

/** By its mark; without one, a zero byte next to a Latin letter shows it. */
function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : null;
}

/** A letter of UTF-8 beyond ASCII, in bytes that were read as latin1. */
const LETTER = String.raw`[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}`;
const LETTERS = new RegExp(`${LETTER}|[\\x80-\\xFF]`, "gu");
/** The beginning of such a letter at the end of a part. */
const BEGUN = /(?:[\xC2-\xDF]|[\xE0-\xEF][\x80-\xBF]?|[\xF0-\xF4][\x80-\xBF]{0,2})$/u;

/** Turns parts of a text in an encoding into parts of the same text in UTF-8. Call it once more, without bytes, at the end. */
export function toUtf8(encoding: TextEncodingName): (bytes: Uint8Array | null) => Uint8Array {
  if (encoding === "utf-8") return (bytes) => bytes ?? new Uint8Array();
  if (encoding === "windows-1252") return (bytes) => Buffer.from(latin1(bytes).replaceAll(/[\x80-\x9F]/gu, of1252));
  if (encoding === "mixed") return mixedToUtf8();
  const decoder = new TextDecoder(encoding);
  return (bytes) => Buffer.from(bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true }));
}

function mixedToUtf8(): (bytes: Uint8Array | null) => Uint8Array {
  let begun = "";
  return (bytes) => {
    const text = begun + latin1(bytes);
    begun = bytes === null ? "" : (BEGUN.exec(text)?.[0] ?? "");
    return Buffer.from(text.slice(0, text.length - begun.length).replaceAll(LETTERS, letterOf));
  };
}

const letterOf = (bytes: string) =>
  bytes.length > 1 ? Buffer.from(bytes, "latin1").toString("utf8") : bytes.replace(/[\x80-\x9F]/u, of1252);

const latin1 = (bytes: Uint8Array | null) =>
  bytes === null ? "" : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const of1252 = (character: string) => OF_1252[character.charCodeAt(0) - 0x80] ?? character;
