import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import { fileStem, type RawInput, type SecondFolder } from "#pipeline/core/raw-input.ts";
import { readGrid, withColumn, withGrid } from "./grid.ts";
import type { Mutation } from "./mutation.ts";

/** `coders.csv` as if each second coding had been sealed as it is now: damage done before that. */
export function sealed(raw: RawInput): RawInput | null {
  const coders = raw.coded.find(({ path }) => fileStem(path) === "coders");
  const grid = coders === undefined ? null : readGrid(coders);
  if (grid === null) return null;
  const column = (name: string) => grid.header.indexOf(name);
  const isOf = (row: number, { sourceId, coderId }: SecondFolder) =>
    grid.rows[row]?.[column("source_id")] === sourceId && grid.rows[row]?.[column("coder_id")] === coderId;
  const hashOf = (old: string, row: number) => {
    const folder = raw.second.find((one) => isOf(row, one));
    return folder === undefined ? old : hashOfFolder(folder.files);
  };
  return withGrid(raw, withColumn(grid, column("sha256"), hashOf));
}

/** Damage to second codings as a whole. */
export const codingMutations: readonly Mutation[] = [
  {
    name: "second coding missing",
    weight: 1,
    apply: (raw, random) => {
      if (raw.second.length === 0) return null;
      const gone = random.pick(raw.second);
      return { raw: { ...raw, second: raw.second.filter((folder) => folder !== gone) }, words: gone.path };
    },
  },
  {
    name: "second coding under another name",
    weight: 1,
    apply: (raw, random) => {
      if (raw.second.length === 0) return null;
      const { sourceId, coderId, path, files } = random.pick(raw.second);
      const other = { sourceId, coderId: `${coderId}-2`, path: `${path}-2` };
      const moved = files.map((file) => ({ ...file, path: file.path.replace(path, other.path) }));
      return { raw: { ...raw, second: [...raw.second, { ...other, files: moved }] }, words: other.path };
    },
  },
];
