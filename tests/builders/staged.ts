import { plainDecimal } from "#pipeline/core/csv-text.ts";
import type { Row } from "#pipeline/core/row.ts";
import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { resolve } from "#pipeline/resolve/resolve.ts";
import { stage } from "#pipeline/stage/stage.ts";
import { type CodedTableName, codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";
import { anIndexOf } from "#tests/builders/document.ts";
import { type CodedTables, someCodedTables, TEN_SENTENCES } from "#tests/builders/raw.ts";

const { entries } = anIndexOf(TEN_SENTENCES);

/** What `stage` makes of `aRawInput(tables)`, without the way through files: for laws, which run hundreds of times. */
export function aResolveInput(tables: CodedTables): Parameters<typeof resolve>[0] {
  const all = someCodedTables(tables);
  const cells = Object.fromEntries(codedTableNames.map((name) => [name, theCells(name, all[name] ?? [])]));
  const staged = stage({ tables: allTables(cells), indexes: [] });
  if (staged.issues.length > 0) throw new Error(`The rows of a law are not good: ${JSON.stringify(staged.issues[0])}`);
  return {
    tables: staged.tables,
    outlines: [],
    indexes: new Map(
      (all.sources ?? []).map(({ source_id, sha256 }) => [
        String(source_id),
        anIndex(String(source_id), String(sha256)),
      ]),
    ),
  };
}

type CellTables = Parameters<typeof stage>[0]["tables"];

function allTables(tables: Partial<CellTables>): CellTables {
  const isWhole = (some: Partial<CellTables>): some is CellTables => codedTableNames.every((name) => name in some);
  if (!isWhole(tables)) throw new Error("A coded table is missing.");
  return tables;
}

const theCells = (name: CodedTableName, rows: readonly Row[]) => ({
  path: `raw/coded/${name}.csv`,
  rows: rows.map((row, position) => ({
    line: position + 2,
    cells: columnNames(codedTable(name).row).map((column) => asCell(row[column] ?? null)),
  })),
  isComplete: true,
});

function asCell(value: Row[string]): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? plainDecimal(value) : (value ?? "");
}

const anIndex = (sourceId: string, textSha256: string): SentenceIndex =>
  sentenceIndex(
    sourceId,
    `raw/documents/${sourceId}.index.csv`,
    entries.map((entry) => ({ ...entry, text_sha256: textSha256 })),
  );
