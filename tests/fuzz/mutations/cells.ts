import { fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { codeChanges } from "./code-changes.ts";
import { type Grid, nameCell, type PickedCell, pickCell, readGrid, withCell, withColumn, withGrid } from "./grid.ts";
import { inWords, type Mutated, type Mutation } from "./mutation.ts";
import { numberChanges } from "./number-changes.ts";
import { textChanges } from "./text-changes.ts";
import type { ValueChange } from "./value-change.ts";

function changed(raw: RawInput, { grid, at, row, column, value }: PickedCell, after: string): Mutated | null {
  if (after === value) return null;
  const words = `${nameCell(grid, row, column.name)}: ${inWords(value)} became ${inWords(after)}`;
  return { raw: withGrid(raw, withCell(grid, at, row, after)), words };
}

/** How often a change is made in every row of a column, as a program would make it. */
const EVERYWHERE = 0.12;

/** A larger table would test the memory of the machine. */
const MOST_CHARACTERS = 5_000_000;

const sizeOf = ({ rows }: Grid) => rows.reduce((sum, cells) => cells.reduce((all, cell) => all + cell.length, sum), 0);

const cellMutation = ({ name, weight, fits, change }: ValueChange): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    const cell = pickCell(raw, random, fits);
    if (cell === null) return null;
    const { grid, at, column, value } = cell;
    if (random.chance(EVERYWHERE)) {
      const whole = withColumn(grid, at, (old) => (old === "" ? "" : (change(old, random, column) ?? old)));
      if (sizeOf(whole) > MOST_CHARACTERS) return null;
      return { raw: withGrid(raw, whole), words: `${nameCell(grid, 0, column.name)} and all rows below it` };
    }
    const after = change(value, random, column);
    return after === null ? null : changed(raw, cell, after);
  },
});

/** The value of the same column in another row. */
const ofAnotherRow: Mutation = {
  name: "value of another row",
  weight: 8,
  apply: (raw, random) => {
    const cell = pickCell(raw, random);
    return cell === null ? null : changed(raw, cell, random.pick(cell.grid.rows)[cell.at] ?? "");
  },
};

const ofAnotherColumn: Mutation = {
  name: "value of another column",
  weight: 3,
  apply: (raw, random) => {
    const cell = pickCell(raw, random);
    const cells = cell?.grid.rows[cell.row] ?? [];
    return cell === null || cells.length === 0 ? null : changed(raw, cell, random.pick(cells));
  },
};

/** Two rows exchange their values in a column, such as the names of two actors. */
const exchanged: Mutation = {
  name: "values of two rows exchanged",
  weight: 6,
  apply: (raw, random) => {
    const cell = pickCell(raw, random);
    if (cell === null) return null;
    const { grid, row, at, column, value } = cell;
    const other = random.below(grid.rows.length);
    const after = grid.rows[other]?.[at] ?? "";
    if (after === value) return null;
    const words = `${nameCell(grid, row, column.name)}: exchanged with row ${other + 1}`;
    return { raw: withGrid(raw, withCell(withCell(grid, at, row, after), at, other, value)), words };
  },
};

/** An id that a register has. */
const anotherReference: Mutation = {
  name: "another id",
  weight: 5,
  apply: (raw, random) => {
    const cell = pickCell(raw, random, ({ refersTo }) => refersTo !== undefined);
    const [table] = cell?.column.refersTo?.split(".") ?? [];
    const file = raw.coded.find(({ path }) => fileStem(path) === table);
    const register = file === undefined ? null : readGrid(file);
    if (cell === null || register === null || register.rows.length === 0) return null;
    return changed(raw, cell, random.pick(register.rows)[0] ?? "");
  },
};

/** Latitude and longitude of rows, changed together. */
const inCoordinates = (
  name: string,
  weight: number,
  change: (latitude: string, longitude: string) => readonly [string, string],
): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    const places = raw.coded.find(({ path }) => fileStem(path) === "places");
    const grid = places === undefined ? null : readGrid(places);
    const [north, east] = [grid?.header.indexOf("latitude") ?? -1, grid?.header.indexOf("longitude") ?? -1];
    const filled = (grid?.rows ?? []).flatMap((cells, row) => (cells[north] && cells[east] ? [row] : []));
    if (grid === null || filled.length === 0) return null;
    const chosen = random.chance(EVERYWHERE) ? filled : [random.pick(filled)];
    const rows = grid.rows.map((cells, row) => {
      if (!chosen.includes(row)) return cells;
      const [latitude, longitude] = change(cells[north] ?? "", cells[east] ?? "");
      return cells.map((cell, at) => (at === north ? latitude : at === east ? longitude : cell));
    });
    return {
      raw: withGrid(raw, { ...grid, rows }),
      words: `${grid.path}, rows ${chosen.map((row) => row + 1).join(" ")}`,
    };
  },
});

const negated = (number: string) => (number.startsWith("-") ? number.slice(1) : `-${number}`);

export const cellMutations: readonly Mutation[] = [
  ...[...textChanges, ...numberChanges, ...codeChanges].map(cellMutation),
  ofAnotherRow,
  ofAnotherColumn,
  exchanged,
  anotherReference,
  inCoordinates("coordinates swapped", 3, (latitude, longitude) => [longitude, latitude]),
  inCoordinates("latitude with the other sign", 2, (latitude, longitude) => [negated(latitude), longitude]),
  inCoordinates("longitude with the other sign", 2, (latitude, longitude) => [latitude, negated(longitude)]),
  inCoordinates("coordinates zero", 1, () => ["0", "0"]),
  inCoordinates("coordinates moved a little", 2, (latitude, longitude) => [`${latitude}1`, `${longitude}9`]),
];
