import { parse } from "csv-parse/sync";
import { writeCsv } from "#pipeline/core/csv-text.ts";

/** Files by their paths below `raw/`. */
export type Files = ReadonlyMap<string, Buffer>;

/** A row of `edits.csv`. Its four forms are in README.md. */
interface Edit {
  readonly file: string;
  readonly record: string;
  readonly column: string;
  readonly value: string;
}

export interface Edited {
  readonly files: Files;
  /** The row that each new row is a copy of, both by their names. */
  readonly copies: ReadonlyMap<string, string>;
}

/** Applies `edits.csv` to the base, in its order. An edit that changes nothing is an error: it no longer applies. */
export function editFiles(base: Files, editsCsv: Buffer): Edited {
  const files = new Map(base);
  const copies = new Map<string, string>();
  const edits: Edit[] = parse(editsCsv, { columns: true });
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const content = files.get(file);
    if (content === undefined) throw new Error(`edits.csv edits ${file}, which the base does not have.`);
    const ofFile = edits.filter((edit) => edit.file === file);
    const ofRows = ofFile.filter(({ record }) => record !== "");
    const ofText = ofFile.filter(({ record }) => record === "");
    const edited = editRows(content, ofRows);
    for (const [copy, copied] of edited.copies) copies.set(copy, copied);
    files.set(file, Buffer.from(replaceTexts(edited.text, ofText)));
  }
  return { files, copies };
}

function editRows(content: Buffer, edits: readonly Edit[]) {
  const [columns = []]: string[][] = parse(content, { to: 1 });
  const rows: Record<string, string>[] = parse(content, { columns: true });
  const [key = ""] = columns;
  const names = () => rowNames(rows.map((row) => row[key] ?? ""));
  const find = (record: string) => {
    const position = names().indexOf(record);
    const row = rows[position];
    if (row === undefined) throw new Error(`edits.csv names the row ${record}, which is not there.`);
    return { position, row };
  };
  const copies = new Map<string, string>();
  for (const { record, column, value } of edits) {
    if (column === "+") {
      rows.push({ ...(value === "" ? {} : find(value).row), [key]: record });
      if (value !== "") copies.set(names().at(-1) ?? "", value);
    } else if (column === "-") {
      rows.splice(find(record).position, 1);
    } else {
      editCell(find(record).row, columns, { column, value: unescapeSigns(value) });
    }
  }
  return { text: writeCsv(columns, rows), copies };
}

function editCell(
  row: Record<string, string>,
  columns: readonly string[],
  { column, value }: Pick<Edit, "column" | "value">,
) {
  if (!columns.includes(column)) throw new Error(`edits.csv names the column ${column}, which is not there.`);
  if ((row[column] ?? "") === value) throw new Error(`edits.csv sets ${column} to "${value}", which it is already.`);
  row[column] = value;
}

function replaceTexts(text: string, edits: readonly Edit[]): string {
  return edits.reduce((edited, { column, value }) => {
    const [from, to] = [unescapeSigns(column), unescapeSigns(value)];
    if (!edited.includes(from)) throw new Error(`edits.csv replaces "${column}", which is not there.`);
    return edited.replaceAll(from, () => to);
  }, text);
}

/** `\u{200B}` represents a character that would be invisible. */
const unescapeSigns = (text: string) =>
  text.replaceAll(/\\u\{([0-9A-F]+)\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** What rows are called, by their first cells: `exp-1`, and where several have that cell, `exp-1#2`, `exp-1#3`. */
export function rowNames(firstCells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return firstCells.map((cell) => {
    const times = (seen.get(cell) ?? 0) + 1;
    seen.set(cell, times);
    return times === 1 ? cell : `${cell}#${times}`;
  });
}
