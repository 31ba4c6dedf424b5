import { byCodeUnit } from "#pipeline/core/order.ts";
import { type Grid, withColumn } from "./grid.ts";
import { inWords, type Mutation } from "./mutation.ts";
import { tableMutation } from "./table-mutation.ts";

/** Column names that programs stumble over. */
const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "name",
  "record_id",
  "Évidence",
  "=1",
];

function withHeader(grid: Grid, at: number, name: string): { grid: Grid; words: string } {
  const header = grid.header.map((column, position) => (position === at ? name : column));
  return { grid: { ...grid, header }, words: `column ${inWords(grid.header[at] ?? "")} became ${inWords(name)}` };
}

const swapped = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.flatMap((item, position) => items.slice(position === a ? b : position === b ? a : position)[0] ?? item);

export const columnMutations: readonly Mutation[] = [
  tableMutation("column sorted alone", 5, {
    least: 2,
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      const sorted = grid.rows.map((cells) => cells[at] ?? "").sort(byCodeUnit);
      if (random.chance(0.3)) sorted.reverse();
      return { grid: withColumn(grid, at, (_, row) => sorted[row] ?? ""), words: `${grid.header[at]} sorted` };
    },
  }),
  tableMutation("column shifted by a row", 4, {
    least: 2,
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      const step = random.pick([-1, 1]);
      const values = grid.rows.map((cells) => cells[at] ?? "");
      const shifted = (_: string, row: number) => values.at((row + step) % values.length) ?? "";
      return { grid: withColumn(grid, at, shifted), words: `${grid.header[at]} shifted by ${step}` };
    },
  }),
  tableMutation("column filled down", 3, {
    least: 2,
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      const from = random.below(grid.rows.length - 1);
      const value = grid.rows[from]?.[at] ?? "";
      const filled = (cell: string, row: number) => (row > from ? value : cell);
      return { grid: withColumn(grid, at, filled), words: `${grid.header[at]} filled down from row ${from + 1}` };
    },
  }),
  tableMutation("column emptied", 2, {
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      return { grid: withColumn(grid, at, () => ""), words: `${grid.header[at]} emptied` };
    },
  }),
  tableMutation("cells of two columns swapped", 4, {
    change: (grid, random) => {
      const [a, b] = [random.below(grid.header.length), random.below(grid.header.length)];
      const rows = grid.rows.map((cells) => swapped(cells, a, b));
      return { grid: { ...grid, rows }, words: `cells of ${grid.header[a]} and ${grid.header[b]} swapped` };
    },
  }),
  tableMutation("two columns swapped", 1, {
    change: (grid, random) => {
      const [a, b] = [random.below(grid.header.length), random.below(grid.header.length)];
      const [header, ...rows] = [grid.header, ...grid.rows].map((cells) => swapped(cells, a, b));
      return {
        grid: { ...grid, header: header ?? [], rows },
        words: `${grid.header[a]} and ${grid.header[b]} swapped`,
      };
    },
  }),
  tableMutation("column renamed", 2, {
    change: (grid, random) => withHeader(grid, random.below(grid.header.length), random.pick(NAMES)),
  }),
  tableMutation("column name misspelt", 2, {
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      const name = grid.header[at] ?? "";
      const other = random.pick([name.toUpperCase(), ` ${name} `, name.slice(1), `${name}s`, name.replace("_", " ")]);
      return withHeader(grid, at, other);
    },
  }),
  tableMutation("column removed", 1, {
    change: (grid, random) => {
      const at = random.below(grid.header.length);
      const without = (cells: readonly string[]) => cells.filter((_, position) => position !== at);
      return {
        grid: { ...grid, header: without(grid.header), rows: grid.rows.map(without) },
        words: `without ${grid.header[at]}`,
      };
    },
  }),
];
