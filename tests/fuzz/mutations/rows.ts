import type { Mutation } from "./mutation.ts";
import { tableMutation } from "./table-mutation.ts";

const moved = <T>(items: readonly T[], from: number, to: number): T[] => {
  const rest = items.filter((_, position) => position !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
};

export const rowMutations: readonly Mutation[] = [
  tableMutation("row removed", 6, {
    change: (grid, random) => {
      const at = random.below(grid.rows.length);
      return { grid: { ...grid, rows: grid.rows.filter((_, row) => row !== at) }, words: `row ${at + 1} removed` };
    },
  }),
  tableMutation("rows removed", 2, {
    least: 2,
    change: (grid, random) => {
      const [a, b] = [random.below(grid.rows.length), random.below(grid.rows.length)];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const rows = grid.rows.filter((_, row) => row < from || row > to);
      return { grid: { ...grid, rows }, words: `rows ${from + 1} to ${to + 1} removed` };
    },
  }),
  tableMutation("row duplicated", 2, {
    change: (grid, random) => {
      const at = random.below(grid.rows.length);
      const rows = [...grid.rows, ...grid.rows.slice(at, at + 1)];
      return { grid: { ...grid, rows }, words: `row ${at + 1} once more at the end` };
    },
  }),
  tableMutation("row copied under another id", 3, {
    change: (grid, random) => {
      const at = random.below(grid.rows.length);
      const [, ...rest] = grid.rows[at] ?? [];
      const id = random.pick(["new-1", "new-99", "__proto__", "constructor", "to-string", "x"]);
      return { grid: { ...grid, rows: [...grid.rows, [id, ...rest]] }, words: `row ${at + 1} copied as ${id}` };
    },
  }),
  tableMutation("row moved", 2, {
    least: 2,
    change: (grid, random) => {
      const [from, to] = [random.below(grid.rows.length), random.below(grid.rows.length)];
      return { grid: { ...grid, rows: moved(grid.rows, from, to) }, words: `row ${from + 1} moved to ${to + 1}` };
    },
  }),
  tableMutation("rows reversed", 1, {
    least: 2,
    change: (grid) => ({ grid: { ...grid, rows: grid.rows.toReversed() }, words: "rows reversed" }),
  }),
  tableMutation("ragged row", 2, {
    change: (grid, random) => {
      const at = random.below(grid.rows.length);
      const change = random.pick([-1, 1, 3]);
      const ragged = (cells: readonly string[]) =>
        change < 0 ? cells.slice(0, change) : [...cells, ...Array.from({ length: change }, () => "")];
      const rows = grid.rows.map((cells, row) => (row === at ? ragged(cells) : cells));
      return { grid: { ...grid, rows }, words: `row ${at + 1} with ${change} cells more` };
    },
  }),
  tableMutation("header repeated", 1, {
    change: (grid) => ({ grid: { ...grid, rows: [grid.header, ...grid.rows] }, words: "header twice" }),
  }),
  tableMutation("no header", 1, {
    change: (grid) => ({ grid: { ...grid, header: grid.rows[0] ?? [], rows: grid.rows.slice(1) }, words: "no header" }),
  }),
];
