import { parse } from "csv-parse/sync";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf } from "#schemas/column.ts";

/** Damage that a person or a program does to the coded tables without making them unreadable. */
export interface Damage {
  readonly name: string;
  /** The damaged input; `null` if the damage would change nothing. */
  readonly to: (raw: RawInput) => RawInput | null;
}

type Cells = Readonly<Record<string, string>>;

/** Changes the rows of one table. */
const ofRows = (name: string, table: CodedTableName, change: (rows: readonly Cells[]) => readonly Cells[]): Damage => ({
  name,
  to: (raw) =>
    withFile(raw, table, (text) => {
      const rows: Cells[] = parse(text, { columns: true });
      return writeCsv(Object.keys(codedTable(table).row.shape), change(rows));
    }),
});

function withFile(raw: RawInput, table: CodedTableName, change: (text: string) => string): RawInput | null {
  let isChanged = false;
  const coded = raw.coded.map((file): DiskFile => {
    if (fileStem(file.path) !== table) return file;
    const text = new TextDecoder().decode(file.bytes);
    // Written anew before it is compared, because a file may have other quotes than ours.
    const changed = change(text);
    isChanged ||= changed !== rewritten(text);
    return { path: file.path, bytes: new TextEncoder().encode(changed) };
  });
  return isChanged ? { ...raw, coded } : null;
}

const rewritten = (text: string) => {
  const [header = [], ...rows]: string[][] = parse(text);
  return writeCsv(
    header,
    rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""]))),
  );
};

const ofCells = (name: string, table: CodedTableName, column: string, change: (cell: string) => string): Damage =>
  ofRows(name, table, (rows) => rows.map((row) => ({ ...row, [column]: change(row[column] ?? "") })));

const allColumns = codedTableNames.flatMap((table) =>
  columnsOf(codedTable(table).row).map((column) => ({ table, column })),
);

/** Sorts a column without its rows, empty cells last, as a spreadsheet does. */
export const sortedColumns: readonly Damage[] = allColumns.map(({ table, column: { name } }) =>
  ofRows(`${table}.${name} sorted alone`, table, (rows) => {
    const cells = rows
      .map((row) => row[name] ?? "")
      .sort((a, b) => Number(a === "") - Number(b === "") || byCodeUnit(a, b));
    return rows.map((row, at) => ({ ...row, [name]: cells[at] ?? "" }));
  }),
);

/** Latitude and longitude swapped, in all places and in each alone; the sign lost; 0, 0. */
export const movedPoints: readonly Damage[] = [
  ofRows("places: all coordinates swapped", "places", (rows) => rows.map(swapped)),
  ...Array.from({ length: 7 }, (_, at) =>
    ofRows(`places: coordinates ${at + 1} swapped`, "places", (rows) => changeFilled(rows, "latitude", at, swapped)),
  ),
  ofRows("places: all signs lost", "places", (rows) =>
    rows.map((row) => ({ ...row, longitude: (row.longitude ?? "").replace("-", "") })),
  ),
  ofRows("places: one at 0, 0", "places", (rows) =>
    changeFilled(rows, "latitude", 2, (row) => ({ ...row, latitude: "0", longitude: "0" })),
  ),
];

const swapped = (row: Cells): Cells => ({ ...row, latitude: row.longitude ?? "", longitude: row.latitude ?? "" });

function changeFilled(rows: readonly Cells[], column: string, wanted: number, change: (row: Cells) => Cells): Cells[] {
  let seen = -1;
  return rows.map((row) => {
    if (row[column] === "") return row;
    seen += 1;
    return seen === wanted ? change(row) : row;
  });
}

const amounts = allColumns.filter(({ column }) => column.kind === "amount");
const tenfold = (cell: string) => cell.replaceAll(/\d+(\.\d+)?/gu, (number) => String(Number(number) * 10));

/** Every number of a column times ten, and each of its first thirty alone. */
export const tenfoldNumbers: readonly Damage[] = amounts.flatMap(({ table, column: { name } }) => [
  ofCells(`${table}.${name}: all times ten`, table, name, tenfold),
  ...Array.from({ length: 30 }, (_, at) =>
    ofRows(`${table}.${name}: number ${at + 1} times ten`, table, (rows) =>
      changeFilled(rows, name, at, (row) => ({ ...row, [name]: tenfold(row[name] ?? "") })),
    ),
  ),
]);

const times = allColumns.filter(({ column }) => column.kind === "date" || column.kind === "day");
const centuryEarly = (cell: string) => cell.replaceAll(/\b20(?=\d\d)/gu, "19").replaceAll(/\b18XX/gu, "17XX");

/** Every date of a column a century early, and its first alone. */
export const earlyDates: readonly Damage[] = times.flatMap(({ table, column: { name } }) => [
  ofCells(`${table}.${name}: all a century early`, table, name, centuryEarly),
  ofRows(`${table}.${name}: one a century early`, table, (rows) =>
    changeFilled(rows, name, 0, (row) => ({ ...row, [name]: centuryEarly(row[name] ?? "") })),
  ),
]);

/** UTF-8 that a program read in another encoding and saved as UTF-8: whole files. */
export const misreadFiles: readonly Damage[] = [
  "windows-1252",
  "macintosh",
  "windows-1251",
  "ibm866",
  "koi8-r",
].flatMap((encoding) =>
  codedTableNames.map((table) => ({
    name: `${table}: read as ${encoding}`,
    to: (raw: RawInput) =>
      withFile(raw, table, (text) => rewritten(new TextDecoder(encoding).decode(new TextEncoder().encode(text)))),
  })),
);

/** Each tenth row whose key has others: the lost rows leave no gap in the ids. */
export const deletedRows: readonly Damage[] = codedTableNames.flatMap((table) => {
  const key = Object.keys(codedTable(table).row.shape)[0] ?? "";
  const withOthers = (rows: readonly Cells[]) => {
    const times = new Map<string, number>();
    for (const row of rows) times.set(row[key] ?? "", (times.get(row[key] ?? "") ?? 0) + 1);
    return rows.filter((row) => (times.get(row[key] ?? "") ?? 0) > 1);
  };
  const without = (which: (position: number) => boolean) => (rows: readonly Cells[]) => {
    const lost = new Set(withOthers(rows).filter((_, position) => which(position)));
    return rows.filter((row) => !lost.has(row));
  };
  return [
    ofRows(
      `${table}: each tenth row whose key has others deleted`,
      table,
      without((position) => position % 10 === 9),
    ),
    ofRows(
      `${table}: one row whose key has others deleted`,
      table,
      without((position) => position === 9),
    ),
    ofRows(`${table}: each tenth row deleted`, table, (rows) => rows.filter((_, position) => position % 10 !== 9)),
  ];
});
