import type { Random } from "#tests/fuzz/random.ts";
import { asBytes, asText, type Mutation, pickFile, withFile } from "./mutation.ts";

/** What is done to the bytes of a file; `null` if nothing can be done. */
type Change = (bytes: Uint8Array, random: Random) => Uint8Array | null;

const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

/** A kind of damage to bytes, whatever file they are of. */
interface ByteChange {
  readonly name: string;
  readonly weight: number;
  readonly change: Change;
}

const change = (name: string, weight: number, apply: Change): ByteChange => ({ name, weight, change: apply });

const inAFile = ({ name, weight, change: apply }: ByteChange): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    const file = pickFile(raw, random);
    if (file === null || file.bytes.length === 0) return null;
    const bytes = apply(file.bytes, random);
    if (bytes === null || Buffer.from(bytes).equals(file.bytes)) return null;
    const at = firstDifference(file.bytes, bytes);
    const words = `${file.path}, from byte ${at}, ${file.bytes.length} bytes became ${bytes.length}`;
    return { raw: withFile(raw, file.path, bytes), words };
  },
});

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, position) => byte !== b[position]);
  return at === -1 ? a.length : at;
}

/** Bytes that programs stumble over: a lone surrogate, an overlong form, a byte that is never in UTF-8, marks, ends of lines. */
const NASTY: readonly (readonly number[])[] = [
  [0x00],
  [0xff],
  [0xed, 0xa0, 0x80],
  [0xed, 0xb0, 0x80],
  [0xc0, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0xef, 0xbb, 0xbf],
  [0xef, 0xbf, 0xbe],
  [0xe2, 0x80, 0xa8],
  [0xc2, 0x85],
  [0x1a],
  [0x1b, 0x5b, 0x32, 0x4a],
  [0x22],
  [0x2c],
  [0x0d],
  [0x0a],
  [0x0b],
];

/** The places of a byte. */
const placesOf = (bytes: Uint8Array, wanted: number) =>
  [...bytes.keys()].filter((position) => bytes[position] === wanted);

function insertAt(bytes: Uint8Array, at: number, inserted: Uint8Array): Uint8Array {
  return joined(bytes.subarray(0, at), inserted, bytes.subarray(at));
}

function lengthOfBlock(bytes: Uint8Array, random: Random): number {
  return 1 + random.below(random.chance(0.7) ? 8 : Math.max(1, bytes.length >> 2));
}

export const byteChanges: readonly ByteChange[] = [
  change("bit flipped", 6, (bytes, random) => {
    const at = random.below(bytes.length);
    return bytes.map((byte, position) => (position === at ? byte ^ (1 << random.below(8)) : byte));
  }),
  change("byte replaced", 4, (bytes, random) => {
    const [at, other] = [random.below(bytes.length), random.below(256)];
    return bytes.map((byte, position) => (position === at ? other : byte));
  }),
  change("bytes deleted", 4, (bytes, random) => {
    const at = random.below(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + lengthOfBlock(bytes, random)));
  }),
  change("bytes inserted", 4, (bytes, random) =>
    insertAt(bytes, random.below(bytes.length + 1), Uint8Array.from(random.pick(NASTY))),
  ),
  change("block duplicated", 2, (bytes, random) => {
    const at = random.below(bytes.length);
    return insertAt(bytes, at, bytes.slice(at, at + lengthOfBlock(bytes, random)));
  }),
  change("blocks swapped", 2, (bytes, random) => {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map(() => random.below(bytes.length)).sort((one, other) => one - other);
    return joined(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c));
  }),
  change("file cut off", 3, (bytes, random) => bytes.slice(0, random.below(bytes.length))),
  change("zeros at the end", 1, (bytes, random) => joined(bytes, new Uint8Array(1 + random.below(4096)))),
  change("byte order mark", 1, (bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes)),
  change("saved as UTF-16", 1, (bytes, random) => {
    const little = Buffer.from(asText(bytes), "utf16le");
    const isLittle = random.chance(0.5);
    const mark = random.chance(0.5) ? Uint8Array.of(0xff, 0xfe) : new Uint8Array();
    const content = joined(mark, little);
    return isLittle || content.length % 2 === 1 ? content : Uint8Array.from(Buffer.from(content).swap16());
  }),
  change("saved as latin1", 1, (bytes) => Uint8Array.from(Buffer.from(asText(bytes), "latin1"))),
  change("lines end with CRLF", 1, (bytes) => asBytes(asText(bytes).replaceAll("\n", "\r\n"))),
  change("lines end with CR", 1, (bytes) => asBytes(asText(bytes).replaceAll("\n", "\r"))),
  change("one line end changed", 3, (bytes, random) => {
    const ends = placesOf(bytes, 0x0a);
    if (ends.length === 0) return null;
    const at = random.pick(ends);
    const end = random.pick(["\r\n", "\r", "", "\n\n", "\u2028", "\n\r", " "]);
    return joined(bytes.subarray(0, at), asBytes(end), bytes.subarray(at + 1));
  }),
  change("no line end at the end", 1, (bytes) => asBytes(asText(bytes).trimEnd())),
];

export const byteMutations: readonly Mutation[] = byteChanges.map(inAFile);
