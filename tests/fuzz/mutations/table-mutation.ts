import type { Random } from "#tests/fuzz/random.ts";
import { type Grid, pickGrid, withGrid } from "./grid.ts";
import type { Mutation } from "./mutation.ts";

interface ChangedGrid {
  readonly grid: Grid;
  readonly words: string;
}

interface TableChange {
  /** The rows that the table must have for it. */
  readonly least?: number;
  readonly change: (grid: Grid, random: Random) => ChangedGrid;
}

export const fileName = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Damage to a table, seen as cells. */
export const tableMutation = (name: string, weight: number, { least = 1, change }: TableChange): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    const grid = pickGrid(raw, random, least);
    if (grid === null) return null;
    const changed = change(grid, random);
    return { raw: withGrid(raw, changed.grid), words: `${fileName(grid.path)}: ${changed.words}` };
  },
});
