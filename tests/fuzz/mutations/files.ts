import type { RawInput } from "#pipeline/core/raw-input.ts";
import { asBytes, asText, type Mutated, type Mutation, pickFile, withFile, withFiles } from "./mutation.ts";

const mutation = (name: string, weight: number, apply: Mutation["apply"]): Mutation => ({ name, weight, apply });

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

/** Names that programs stumble over, or that could act where they are shown. */
const NAMES = [
  "__proto__.csv",
  "constructor.csv",
  "toString.csv",
  "hasOwnProperty.csv",
  "PLACES.CSV.csv",
  "plaecs.csv",
  " places.csv",
  "places.csv.csv",
  "a\u202Evsc.csv",
  "a\u001B[2Jb.csv",
  "a\nb.csv",
  "<script>alert(1)</script>.csv",
  `${"long".repeat(60)}.csv`,
];

/** The same files under other names or contents: `added` goes into the list that the original is in. */
function withCopy(raw: RawInput, path: string, copy: { path: string; bytes: Uint8Array }): RawInput {
  return withFiles(raw, (files) => (files.some((file) => file.path === path) ? [...files, copy] : files));
}

const toFile =
  (change: (file: { path: string; bytes: Uint8Array }, raw: RawInput) => Mutated | null): Mutation["apply"] =>
  (raw, random) => {
    const file = pickFile(raw, random);
    return file === null ? null : change(file, raw);
  };

export const fileMutations: readonly Mutation[] = [
  mutation(
    "file missing",
    2,
    toFile(({ path }, raw) => ({ raw: withFile(raw, path, null), words: path })),
  ),
  mutation(
    "file empty",
    2,
    toFile(({ path }, raw) => ({ raw: withFile(raw, path, new Uint8Array()), words: path })),
  ),
  mutation(
    "only the first line left",
    1,
    toFile(({ path, bytes }, raw) => {
      const [header = ""] = asText(bytes).split("\n");
      return { raw: withFile(raw, path, asBytes(`${header}\n`)), words: path };
    }),
  ),
  mutation(
    "only white space",
    1,
    toFile(({ path }, raw) => ({ raw: withFile(raw, path, asBytes(" \n\n\t\r\n")), words: path })),
  ),
  mutation("file renamed", 1, (raw, random) => {
    const file = pickFile(raw, random);
    if (file === null) return null;
    const path = folderOf(file.path) + random.pick(NAMES);
    const copied = withCopy(raw, file.path, { path, bytes: file.bytes });
    return { raw: withFile(copied, file.path, null), words: `${file.path} became ${JSON.stringify(path)}` };
  }),
  mutation("file copied under another name", 1, (raw, random) => {
    const file = pickFile(raw, random);
    if (file === null) return null;
    const path = folderOf(file.path) + random.pick(NAMES);
    return { raw: withCopy(raw, file.path, { path, bytes: file.bytes }), words: JSON.stringify(path) };
  }),
  mutation("content of another file", 2, (raw, random) => {
    const [to, from] = [pickFile(raw, random), pickFile(raw, random)];
    if (to === null || from === null || to.path === from.path) return null;
    return { raw: withFile(raw, to.path, from.bytes), words: `${to.path} has the content of ${from.path}` };
  }),
  mutation("two files joined", 1, (raw, random) => {
    const [to, from] = [pickFile(raw, random), pickFile(raw, random)];
    if (to === null || from === null) return null;
    const bytes = Uint8Array.from(Buffer.concat([to.bytes, from.bytes]));
    return { raw: withFile(raw, to.path, bytes), words: `${from.path} was added to ${to.path}` };
  }),
];
