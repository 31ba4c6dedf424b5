import type { Random } from "#tests/fuzz/random.ts";
import { pickGrid, writeLines } from "./grid.ts";
import { asBytes, inWords, type Mutation, withFile } from "./mutation.ts";
import { fileName } from "./table-mutation.ts";

/** Damage to the lines of a table as they are written. */
const lineMutation = (
  name: string,
  weight: number,
  change: (lines: string[], random: Random) => { lines: string[]; words: string },
): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    const grid = pickGrid(raw, random);
    if (grid === null) return null;
    const { lines, words } = change(
      [grid.header, ...grid.rows].map((cells) => writeLines([cells])),
      random,
    );
    return { raw: withFile(raw, grid.path, asBytes(lines.join(""))), words: `${fileName(grid.path)}: ${words}` };
  },
});

export const lineMutations: readonly Mutation[] = [
  lineMutation("other separator", 1, (lines, random) => {
    const mark = random.pick([";", "\t", "|", ", ", "，"]);
    return { lines: lines.map((line) => line.replaceAll(",", mark)), words: `separated by ${inWords(mark)}` };
  }),
  lineMutation("quote added", 3, (lines, random) => {
    const at = random.below(lines.length);
    const line = lines[at] ?? "";
    const place = random.below(line.length);
    const changed = `${line.slice(0, place)}"${line.slice(place)}`;
    return {
      lines: lines.map((one, position) => (position === at ? changed : one)),
      words: `a quote in line ${at + 1}, place ${place}`,
    };
  }),
  lineMutation("every cell quoted", 1, (lines, random) => {
    const quote = random.pick(['"', "'", "“"]);
    const quoted = lines.map((line) => `${quote}${line.trimEnd().replaceAll(",", `${quote},${quote}`)}${quote}\n`);
    return { lines: quoted, words: `every cell in ${inWords(quote)}` };
  }),
  lineMutation("blank lines", 1, (lines, random) => {
    const blank = random.pick(["\n", " \n", ",\n", ",,,,\n", "\r\n", '""\n']);
    const at = random.below(lines.length + 1);
    return {
      lines: [...lines.slice(0, at), blank, ...lines.slice(at)],
      words: `${inWords(blank)} before line ${at + 1}`,
    };
  }),
  lineMutation("line of something else", 1, (lines, random) => {
    const line = random.pick(["<<<<<<< HEAD\n", "sep=,\n", "# a note\n", "Total,12\n", "=======\n"]);
    const at = random.below(lines.length + 1);
    return {
      lines: [...lines.slice(0, at), line, ...lines.slice(at)],
      words: `${inWords(line)} before line ${at + 1}`,
    };
  }),
];
