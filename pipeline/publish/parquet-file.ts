import { parquetWriteBuffer } from "hyparquet-writer";
import type { OutputFile } from "#pipeline/core/record.ts";
import type { Value } from "#pipeline/core/row.ts";
import { dataset } from "#schemas/dataset.ts";
import type { Field, FieldType } from "./field.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/** `data/<table>.parquet`: typed columns, days as DATE, partial dates as texts. Nothing in it but the rows and their types. */
export function parquetFile({ name, fields, rows }: ReleaseTable): OutputFile {
  const file = parquetWriteBuffer({
    columnData: fields.map((field) => ({
      name: field.name,
      data: rows.map((row) => parquetValue(field, row[field.name] ?? null)),
    })),
    schema: [
      { name: "root", num_children: fields.length },
      ...fields.map((field) => ({
        name: field.name,
        ...PARQUET_TYPES[field.type],
        repetition_type: "OPTIONAL" as const,
      })),
    ],
    createdBy: dataset.name,
    rowGroupSize: 100_000,
  });
  return { path: `data/${name}.parquet`, bytes: new Uint8Array(file) };
}

const PARQUET_TYPES = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
} as const satisfies Record<FieldType, object>;

const parquetValue = ({ type }: Field, value: Value) =>
  type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
