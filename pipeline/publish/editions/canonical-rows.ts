import { cellText, csvRecords, endOfCell } from "#pipeline/core/csv-records.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import type { FieldType } from "#schemas/cell-kinds.ts";

/** The rows of a table's canonical CSV file, typed by its fields. An empty cell becomes `null`; a day remains a text. */
export function* readCanonicalRows(chunks: Iterable<Uint8Array>, fields: readonly Field[]): Generator<Row> {
  const records = csvRecords(chunks);
  const header = records.next().value;
  const expected = fields.map(({ name }) => name).join(",");
  if (header !== expected) throw new Error(`The header of the CSV file is ${header}, but should be ${expected}.`);
  for (const record of records) yield readRow(record, fields);
}

function readRow(record: string, fields: readonly Field[]): Row {
  const row: Record<string, Value> = {};
  let start = 0;
  for (const { name, type } of fields) {
    const end = endOfCell(record, start);
    row[name] = end === start ? null : readValue(cellText(record, start, end), type);
    start = end + 1;
  }
  if (start <= record.length) throw new Error(`The record has more than ${fields.length} cells: ${record}`);
  return row;
}

function readValue(cell: string, type: FieldType): Value {
  switch (type) {
    case "integer":
    case "number":
      return Number(cell);
    case "boolean":
      return cell === "TRUE";
    default:
      return cell;
  }
}
