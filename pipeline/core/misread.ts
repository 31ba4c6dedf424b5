import { OF_1252 } from "#pipeline/core/windows-1252.ts";

/**
 * Encodings in which programs read UTF-8 by mistake. In the first two, any pair of characters that is one letter of
 * UTF-8 reveals it; in the others, a pair may as well be two letters of a language, so a whole run must be UTF-8.
 */
const USUAL = ["windows-1252", "macintosh"];
const OTHERS = [
  ...["windows-1251", "ibm866", "koi8-r", "windows-1250", "windows-1253"],
  ...["windows-1254", "windows-1256", "windows-1257"],
];

/** `├⌐` for é: UTF-8 that was read in an old code page of DOS. These pages have no other use for lines of boxes here. */
const AS_DOS = /[\u2500-\u259F]|\u00D4\u00C7./u;
/** `Ã` for à: its second byte was a no-break space, which is a space by now. */
const LONE_A = /(?<!\p{L})\u00C3(?!\p{L})|(?<=\p{Ll})\u00C3(?!\p{L})/u;

/** Letters of the code pages 437 and 850 of DOS that were read as windows-1252: `L‚ger` for Léger. */
const DOS_LETTERS: Readonly<Record<string, string>> = {
  "‚": "é",
  "„": "ä",
  "†": "å",
  "‡": "ç",
  ˆ: "ê",
  "‰": "ë",
  Š: "è",
  "‹": "ï",
  Œ: "î",
};
/** Inside a word, where nothing but a letter can be meant; a capital, only between small letters. ƒ for â is a letter of Ewe. */
const OF_DOS = /(?<=[\p{L}‚„†‡ˆ‰‹])[‚„†‡ˆ‰‹](?=[\p{L}‚„†‡ˆ‰‹])|(?<=\p{Ll})[ŠŒ](?=\p{Ll})/gu;

const FOREIGN_RUN = /[^\0-\u007F]{2,}/gu;
/** What texts in Latin letters have beyond ASCII. */
const LIKELY = /^[\u00A0-\u024F\u1E00-\u1EFF\u2010-\u203A\u20AC\u2122]+$/u;
/** A text that went through several programs may be misread more than once. */
const MOST_READINGS = 3;

export interface Misread {
  /** The first characters that are one letter in another encoding, such as `√©`. */
  readonly character: string;
  /** The word in which they are as it was probably meant; `null` if that is not known. */
  readonly meant: string | null;
}

/** The first characters of a cell that were read in another encoding, such as `√©` for é; `null` if there are none. */
export function findMisread(text: string): Misread | null {
  if (!/[^\0-\u007F]/u.test(text)) return null;
  const character =
    usualPatterns()
      .flatMap((encoding) => text.match(encoding.pattern)?.[0] ?? [])
      .sort((a, b) => text.indexOf(a) - text.indexOf(b))[0] ??
    LONE_A.exec(text)?.[0] ??
    AS_DOS.exec(text)?.[0] ??
    text.match(FOREIGN_RUN)?.find((run) => readRun(run) !== null) ??
    text.match(OF_DOS)?.[0];
  if (character === undefined) return null;
  const word = text.split(/\s/u).find((part) => part.includes(character)) ?? character;
  const meant = mend(word);
  return { character, meant: meant === word ? null : meant };
}

/** A word with its letters as they were before programs misread them. */
function mend(word: string): string {
  let mended = word;
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const before = mended;
    for (const { pattern, decode } of usualPatterns()) mended = mended.replaceAll(pattern, decode);
    if (mended === before) mended = mended.replaceAll(FOREIGN_RUN, (run) => readRun(run) ?? run);
    if (mended === before) break;
  }
  return mended.replace(LONE_A, "à").replaceAll(OF_DOS, (letter) => DOS_LETTERS[letter] ?? letter);
}

/** The letters that a run of characters is UTF-8 for in one of the other encodings; `null` if it is in none. */
function readRun(run: string): string | null {
  for (const bytes of otherTables()) {
    const meant = decodeUtf8([...run].flatMap((character) => bytes.get(character) ?? []));
    if (meant !== null && meant.length < run.length && LIKELY.test(meant)) return meant;
  }
  return null;
}

function decodeUtf8(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

interface Encoding {
  /** Two or three characters whose bytes are one letter: é, ő or ’. */
  readonly pattern: RegExp;
  readonly decode: (characters: string) => string;
}

/** Made once, when they are first needed. */
let usual: readonly Encoding[] | null = null;
let others: readonly ReadonlyMap<string, number>[] | null = null;

function usualPatterns(): readonly Encoding[] {
  usual ??= USUAL.map((encoding) => {
    const table = tableOf(encoding);
    const of = (first: number, last: number) =>
      [...table].flatMap(([character, byte]) => (byte >= first && byte <= last ? [character] : [])).join("");
    const [two, three, rest] = [`[${of(0xc2, 0xc5)}]`, `[${of(0xe2, 0xe2)}]`, `[${of(0x80, 0xbf)}]`];
    // “Å” in quotes is no letter of UTF-8: what looks like a quote must be inside a word.
    const quoted = /[‘’“”«»–—]/u.source;
    const pair = `${two}(?!${quoted})${rest}|(?<=\\p{L})${two}${rest}|${two}${rest}(?=\\p{L})`;
    return {
      pattern: new RegExp(`${three}[${of(0x80, 0x84)}]${rest}|${pair}`, "gu"),
      decode: (characters) => decodeUtf8([...characters].flatMap((one) => table.get(one) ?? [])) ?? characters,
    };
  });
  return usual;
}

function otherTables(): readonly ReadonlyMap<string, number>[] {
  others ??= OTHERS.map(tableOf);
  return others;
}

/** The byte of each character of an encoding above ASCII. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const upper = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
  const decoded = new TextDecoder(encoding).decode(upper);
  const characters = encoding === "windows-1252" ? `${OF_1252}${decoded.slice(OF_1252.length)}` : decoded;
  const byCharacter = new Map([...characters].map((character, at) => [character, 128 + at]));
  // Programs that mean latin1 write control characters instead.
  if (encoding === "windows-1252")
    for (let byte = 0x80; byte < 0xa0; byte += 1) byCharacter.set(String.fromCodePoint(byte), byte);
  return byCharacter;
}
