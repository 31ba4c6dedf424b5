import { codedTable } from "#schemas/coded-tables.ts";
import { codelists } from "#schemas/codelists.ts";
import type { Column } from "#schemas/column.ts";
import type { CodedFile } from "./coded-file.ts";
import { styleOf } from "./styles.ts";
import type { TextSheet } from "./text-sheet.ts";

export const CODES = "Codes";
export const IDS = "Ids";

interface ListEntry {
  readonly list: string;
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

const BOOLEANS = "true or false";

/** The sheet of all codes, and that of the ids of the registers, with the cells of each list. */
export interface ValueLists {
  readonly sheets: readonly TextSheet[];
  /** The cells with the values that a column allows, such as `Codes!$B$2:$B$9`; `null` if it allows any. */
  readonly cellsFor: (column: Column) => string | null;
}

/** `files` are all tables of raw/coded, also those without a sheet, because their ids are referred to. */
export function valueLists(files: readonly CodedFile[]): ValueLists {
  const codes = [...codeEntries(), ...["TRUE", "FALSE"].map((value) => entry(BOOLEANS, value))];
  const ids = files.flatMap(idEntries);
  return {
    sheets: [listSheet(CODES, "list", codes), listSheet(IDS, "column", ids)],
    cellsFor: ({ kind, codelist, refersTo }) => {
      if (codelist !== undefined) return cellsOf(CODES, codes, codelist);
      if (kind === "boolean") return cellsOf(CODES, codes, BOOLEANS);
      return refersTo === undefined ? null : cellsOf(IDS, ids, refersTo);
    },
  };
}

const entry = (list: string, value: string, label = "", definition = ""): ListEntry => ({
  list,
  value,
  label,
  definition,
});

const codeEntries = () =>
  codelists.flatMap(({ name, codes }) =>
    codes.map(({ code, label, definition }) => entry(name, code, label, definition)),
  );

/** Where people see what an id stands for: the first column of these that the register has. */
const NAMING: readonly string[] = ["name", "title", "question", "label"];

/** The distinct ids of a table whose rows have one. */
function idEntries({ table, columns, rows }: CodedFile): ListEntry[] {
  if (codedTable(table).key.length > 1) return [];
  const idAt = columns.findIndex(({ kind }) => kind === "id");
  const id = columns[idAt];
  if (id === undefined) return [];
  const nameAt = columns.findIndex(({ name }) => NAMING.includes(name));
  const named = new Map(rows.map(({ values }) => [values[idAt]?.trim() ?? "", values[nameAt] ?? ""]));
  return [...named].filter(([value]) => value !== "").map(([value, name]) => entry(`${table}.${id.name}`, value, name));
}

/** The entries of a list stand together. */
function cellsOf(sheet: string, entries: readonly ListEntry[], wanted: string): string | null {
  const first = entries.findIndex(({ list }) => list === wanted);
  const last = entries.findLastIndex(({ list }) => list === wanted);
  return first === -1 ? null : `${sheet}!$B$${first + 2}:$B$${last + 2}`;
}

const listSheet = (name: string, of: string, entries: readonly ListEntry[]): TextSheet => ({
  name,
  columns: [
    { header: of, width: 26, style: styleOf("text") },
    { header: name === CODES ? "code" : "id", width: 30, style: styleOf("text") },
    { header: "label", width: 40, style: styleOf("wrapped") },
    { header: "definition", width: 90, style: styleOf("wrapped") },
  ].slice(0, name === CODES ? 4 : 3),
  rows: entries.map(({ list, value, label, definition }) =>
    [list, value, label, definition].slice(0, name === CODES ? 4 : 3),
  ),
  frozen: 2,
  emptyRows: 0,
  validations: [],
  isHidden: false,
});
