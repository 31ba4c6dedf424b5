import { parse } from "csv-parse/sync";
import { z } from "zod";
import { csvCells, csvRecords } from "#pipeline/core/csv-records.ts";
import { dayOf } from "#pipeline/core/iso-day.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { doiOfAddress } from "#schemas/dataset.ts";
import type { PublishedRow, PublishedTableName } from "#schemas/published-tables.ts";

export interface PublishedColumn {
  readonly name: string;
  /** Table Schema type and format, followed by `list` if the cell has several values. */
  readonly type: string;
}

/** A row as its release has it. Cells are texts; an unknown value is an empty text. */
export type PublishedCells = Readonly<Record<string, string>>;

/** The same for a table with known columns. An older release may lack some of them. */
export type TextRow<N extends PublishedTableName> = { readonly [C in keyof PublishedRow<N>]?: string };

/** A table as its release has it. Its rows are read from its file each time, and not kept in memory. */
export interface PublishedTable {
  readonly name: string;
  /** Its name in words. */
  readonly title: string;
  /** What a row is, in the words of the release. */
  readonly description: string;
  readonly columns: readonly PublishedColumn[];
  readonly key: readonly string[];
  /** The records of the CSV file in file order, each as an unparsed text. */
  readonly records: () => Generator<string>;
  readonly parse: (record: string) => PublishedCells;
}

export interface PublishedRelease {
  readonly version: string;
  /** ISO day. */
  readonly created: string;
  /** The DOI of the dataset that it names. */
  readonly doi: string | null;
  readonly tables: ReadonlyMap<string, PublishedTable>;
}

const Descriptor = z.looseObject({
  version: z.string(),
  created: z.string(),
  id: z.string().default(""),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      title: z.string().optional(),
      description: z.string().default(""),
      path: z.string(),
      schema: z.unknown(),
    }),
  ),
});

const TableSchema = z.looseObject({
  fields: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      format: z.string().optional(),
      delimiter: z.string().optional(),
    }),
  ),
  primaryKey: z.union([z.string(), z.array(z.string())]),
});

/** Reads a release from its descriptor and CSV files only, because the pipeline's schemas may have changed since. */
export function readRelease(files: ReleaseReader): PublishedRelease {
  const { version, created, id, resources } = Descriptor.parse(JSON.parse(files.text("datapackage.json")));
  const tables = resources
    .filter(({ path }) => path.endsWith(".csv"))
    .map(({ name, title = name, description, path, schema }) => ({
      ...{ title, description },
      ...readTable(name, schema, () => files.chunks(path)),
    }));
  const facts = { version, created: dayOf(created), doi: doiOfAddress(id) };
  return { ...facts, tables: new Map(tables.map((table) => [table.name, table])) };
}

function readTable(
  name: string,
  schema: unknown,
  chunks: () => Iterable<Uint8Array>,
): Omit<PublishedTable, "title" | "description"> {
  const { fields, primaryKey } = TableSchema.parse(schema);
  const columns = fields.map((field) => ({ name: field.name, type: typeOf(field) }));
  const key = typeof primaryKey === "string" ? [primaryKey] : primaryKey;
  return {
    name,
    columns,
    key,
    records: function* records() {
      const all = csvRecords(chunks());
      const { value: header } = all.next();
      if (header !== undefined) checkHeader(header, columns, name);
      yield* all;
    },
    parse: (record) => {
      const cells = csvCells(record);
      return Object.fromEntries(columns.map((column, at) => [column.name, cells[at] ?? ""]));
    },
  };
}

function checkHeader(header: string, columns: readonly PublishedColumn[], name: string): void {
  if (header !== columns.map((column) => column.name).join(","))
    throw new Error(`${name}.csv of a release has other columns than its descriptor lists.`);
}

const typeOf = ({ type, format, delimiter }: z.infer<typeof TableSchema>["fields"][number]) =>
  [type, format, delimiter === undefined ? undefined : "list"].filter((part) => part !== undefined).join(" ");

/** The rows of a table, parsed one at a time. */
export function* rowsOf({ records, parse: parseRecord }: PublishedTable): Generator<PublishedCells> {
  for (const record of records()) yield parseRecord(record);
}

/** The keys of a table's rows. */
export const keysOf = (table: PublishedTable): Set<string> =>
  new Set([...rowsOf(table)].map((row) => keyOf(row, table.key)));

/** `exp-014`, or the parts of a longer key joined by slashes, as in the column record_id of changes.csv. */
export const keyOf = (row: Readonly<Record<string, string | undefined>>, key: readonly string[]) =>
  key.map((column) => row[column] ?? "").join("/");

const CsvRows = z.array(z.record(z.string(), z.string()));

/** The rows, by column, of a CSV file of a release that is not a table. */
export const parseRows = (csv: string): PublishedCells[] => CsvRows.parse(parse(csv, { columns: true }));
