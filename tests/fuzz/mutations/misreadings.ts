import { nameCell, pickCell, withCell, withGrid } from "./grid.ts";
import { asBytes, asText, inWords, type Mutation, withFile } from "./mutation.ts";

/** The encodings that programs take UTF-8 for. */
export const MISTAKEN = ["macintosh", "windows-1251", "ibm866", "koi8-r", "windows-1252"] as const;

/** UTF-8 that a program read in another encoding, and saved as UTF-8 again. */
export const misread = (text: string, encoding: (typeof MISTAKEN)[number]): string =>
  new TextDecoder(encoding).decode(asBytes(text));

/** Only text beyond ASCII is misread as something else. */
const isMisreadable = (text: string) => /[^\p{ASCII}]/u.test(text);

export const misreadings: readonly Mutation[] = MISTAKEN.flatMap((encoding): Mutation[] => [
  {
    name: `table misread as ${encoding}`,
    weight: 1,
    apply: (raw, random) => {
      const files = raw.coded.filter(({ bytes }) => isMisreadable(asText(bytes)));
      if (files.length === 0) return null;
      const { path, bytes } = random.pick(files);
      return { raw: withFile(raw, path, asBytes(misread(asText(bytes), encoding))), words: path };
    },
  },
  {
    name: `cell misread as ${encoding}`,
    weight: 1,
    apply: (raw, random) => {
      for (let tries = 0; tries < 20; tries += 1) {
        const cell = pickCell(raw, random, ({ kind }) => kind === "label" || kind === "text" || kind === "list");
        if (cell === null || !isMisreadable(cell.value)) continue;
        const { grid, row, at, column, value } = cell;
        const after = misread(value, encoding);
        const words = `${nameCell(grid, row, column.name)}: ${inWords(value)} became ${inWords(after)}`;
        return { raw: withGrid(raw, withCell(grid, at, row, after)), words };
      }
      return null;
    },
  },
]);
