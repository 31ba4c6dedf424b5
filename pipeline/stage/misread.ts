/** `Ã©` for é, `â€™` for ’, and `Ã ` for à once its no-break space is a space: UTF-8 that was read as windows-1252. */
const AS_1252 =
  /[\u00C2\u00C3][\u00A0-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|\u00E2\u20AC.|[\u00C4\u00C5][\u00A0-\u00BF€‚ƒ„†‡ˆ‰‹•˜™›]|(?<!\p{L})\u00C3(?!\p{L})|(?<=\p{Ll})\u00C3(?!\p{L})/u;
/** `├⌐` for é: UTF-8 that was read in an old code page of DOS. These pages have no other use for lines of boxes here. */
const AS_DOS = /[\u2500-\u259F]|\u00D4\u00C7./u;

/** The other encodings in which programs read UTF-8 by mistake. */
const ENCODINGS = [
  ...["macintosh", "windows-1251", "ibm866", "koi8-r"],
  ...["windows-1250", "windows-1253", "windows-1254", "windows-1256", "windows-1257"],
];

const FOREIGN_RUN = /[^\0-\u007F]{2,}/gu;
/** What texts in Latin letters have beyond ASCII. */
const LIKELY = /^[\u00A0-\u024F\u1E00-\u1EFF\u2010-\u203A\u20AC\u2122]+$/u;

/** The first characters of a cell that are UTF-8 read in another encoding, such as `√©` for é; `null` if there are none. */
export function findMisread(text: string): string | null {
  const [found] = AS_1252.exec(text) ?? AS_DOS.exec(text) ?? [];
  return found ?? text.match(FOREIGN_RUN)?.find(isMisread) ?? null;
}

/** Whether the bytes of these characters in one of the encodings are UTF-8 for fewer, likely characters. */
function isMisread(run: string): boolean {
  return bytesByCharacter().some((bytes) => {
    const read = [...run].flatMap((character) => bytes.get(character) ?? []);
    const meant = read.length < run.length ? null : decodeUtf8(Uint8Array.from(read));
    return meant !== null && meant.length < run.length && LIKELY.test(meant);
  });
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

let known: readonly ReadonlyMap<string, number>[] | null = null;

/** For each encoding, the byte of each character above ASCII. Made once, when it is first needed. */
function bytesByCharacter(): readonly ReadonlyMap<string, number>[] {
  known ??= ENCODINGS.map((encoding) => {
    const upper = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
    return new Map([...new TextDecoder(encoding).decode(upper)].map((character, at) => [character, 128 + at]));
  });
  return known;
}
