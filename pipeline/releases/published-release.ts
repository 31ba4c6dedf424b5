import { parse } from "csv-parse/sync";
import { z } from "zod";

/** The files of a release by path: all that is known of it here. */
export type ReleaseFiles = ReadonlyMap<string, Uint8Array>;

export interface PublishedColumn {
  readonly name: string;
  /** Table Schema type, with its format, and `list` where the cell holds several values. */
  readonly type: string;
}

/** A table as its release has it: cells are texts, empty where nothing is known. */
export interface PublishedTable {
  readonly name: string;
  readonly columns: readonly PublishedColumn[];
  readonly key: readonly string[];
  /** By key, in the order of the file. */
  readonly rows: ReadonlyMap<string, PublishedRow>;
}

export type PublishedRow = Readonly<Record<string, string>>;

export interface PublishedRelease {
  readonly version: string;
  readonly tables: ReadonlyMap<string, PublishedTable>;
}

const Descriptor = z.looseObject({
  version: z.string(),
  resources: z.array(z.looseObject({ name: z.string(), path: z.string(), schema: z.unknown() })),
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

/** Reads a release from its descriptor and its CSV files, as any reader could: the pipeline's own schemas may have moved on. */
export function readRelease(files: ReleaseFiles): PublishedRelease {
  const { version, resources } = Descriptor.parse(JSON.parse(textOf(files, "datapackage.json")));
  const tables = resources
    .filter(({ path }) => path.endsWith(".csv"))
    .map(({ name, path, schema }) => readTable(name, textOf(files, path), schema));
  return { version, tables: new Map(tables.map((table) => [table.name, table])) };
}

function readTable(name: string, csv: string, schema: unknown): PublishedTable {
  const { fields, primaryKey } = TableSchema.parse(schema);
  const columns = fields.map((field) => ({ name: field.name, type: typeOf(field) }));
  const key = typeof primaryKey === "string" ? [primaryKey] : primaryKey;
  return { name, columns, key, rows: keyRows(parseRows(csv), key, name) };
}

const typeOf = ({ type, format, delimiter }: z.infer<typeof TableSchema>["fields"][number]) =>
  [type, format, delimiter === undefined ? undefined : "list"].filter((part) => part !== undefined).join(" ");

const CsvRows = z.array(z.record(z.string(), z.string()));

/** The rows of a CSV file of a release, by column. */
export const parseRows = (csv: string): PublishedRow[] => CsvRows.parse(parse(csv, { columns: true }));

function keyRows(rows: readonly PublishedRow[], key: readonly string[], table: string): Map<string, PublishedRow> {
  const byKey = new Map(rows.map((row) => [keyOf(row, key), row]));
  if (byKey.size !== rows.length) throw new Error(`The key of ${table} is not unique in a release.`);
  return byKey;
}

/** `exp-014`, or the parts of a longer key joined by slashes: what changes.csv has as record_id. */
export const keyOf = (row: PublishedRow, key: readonly string[]) => key.map((column) => row[column] ?? "").join("/");

const decoder = new TextDecoder();

/** The text of a file that every release has. */
export function textOf(files: ReleaseFiles, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`The release has no ${path}.`);
  return decoder.decode(bytes);
}
