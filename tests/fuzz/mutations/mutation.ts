import type { DiskFile, RawInput } from "#pipeline/core/raw-input.ts";
import type { Random } from "#tests/fuzz/random.ts";

/** A mutated raw/, and what was done to it in words. */
export interface Mutated {
  readonly raw: RawInput;
  readonly words: string;
}

/** One kind of damage. `null` means that it does not fit what was chosen; another kind is then tried. */
export interface Mutation {
  readonly name: string;
  /** How often it is chosen, compared with the others. */
  readonly weight: number;
  readonly apply: (raw: RawInput, random: Random) => Mutated | null;
}

/** The tables of the second codings. */
export const secondFiles = ({ second }: RawInput): DiskFile[] => second.flatMap(({ files }) => files);

/** A coded table in most cases, else a sentence index, a text, or a table of a second coding. */
export function pickFile(raw: RawInput, random: Random): DiskFile | null {
  const kind = random.below(20);
  const files = kind < 2 ? raw.indexes : kind < 4 ? raw.texts : kind < 6 ? secondFiles(raw) : raw.coded;
  return files.length === 0 ? null : random.pick(files);
}

/** The same raw/ with other bytes in a file; `null` removes the file. */
export function withFile(raw: RawInput, path: string, bytes: Uint8Array | null): RawInput {
  return withFiles(raw, (files) =>
    files.flatMap((file) => (file.path !== path ? [file] : bytes === null ? [] : [{ path, bytes }])),
  );
}

/** The same raw/ with every list of files changed. */
export const withFiles = (raw: RawInput, change: (files: readonly DiskFile[]) => readonly DiskFile[]): RawInput => ({
  ...raw,
  coded: change(raw.coded),
  second: raw.second.map((folder) => ({ ...folder, files: change(folder.files) })),
  indexes: change(raw.indexes),
  texts: change(raw.texts),
});

export const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const asText = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** A value in one line of ASCII, cut where it is long: it may hold any character. */
export function inWords(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}… (${value.length} characters)` : value;
  return JSON.stringify(short).replaceAll(
    /[^\x20-\x7E]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
