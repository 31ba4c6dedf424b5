import { writeCsv } from "#pipeline/core/csv-text.ts";
import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import type { RawInput, SecondFolder } from "#pipeline/core/raw-input.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { aCodedRow, aRawInput, type CodedTables } from "#tests/builders/raw.ts";

/** The files of a second coding. */
export function aSecondFolder(sourceId: string, coderId: string, tables: CodedTables): SecondFolder {
  const path = `raw/second/${sourceId}/${coderId}`;
  const file = (name: CodedTableName, rows: readonly Row[]) => ({
    path: `${path}/${name}.csv`,
    bytes: Buffer.from(writeCsv(Object.keys(codedTable(name).row.shape), rows)),
  });
  const files = codedTableNames.flatMap((name) => (tables[name] === undefined ? [] : [file(name, tables[name])]));
  return { sourceId, coderId, path, files };
}

/** The row of coders.csv for a second coding. */
export const aCoder = ({ sourceId, coderId, files }: SecondFolder, cells: Row = {}): Row =>
  aCodedRow("coders", {
    source_id: sourceId,
    coder_id: coderId,
    sha256: hashOfFolder(files),
    ...cells,
  });

/** raw/ in memory with second codings, each with its row in coders.csv. */
export const aRawInputWith = (tables: CodedTables, second: readonly SecondFolder[]): RawInput => ({
  ...aRawInput({ coders: second.map((folder) => aCoder(folder)), ...tables }),
  second,
});
