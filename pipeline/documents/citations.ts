import { type PlacedCell, placeCells } from "#pipeline/core/csv-cells.ts";
import { formatPlace } from "#pipeline/core/format-issue.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnsOf, EVIDENCE } from "#schemas/column.ts";

/** A cell of a coded row that cites sentences of a source. */
export interface Citation {
  readonly at: Place;
  /** The row's id; `null` for a table without ids, such as passed_over.csv. */
  readonly recordId: string | null;
  readonly sourceId: string;
  readonly evidence: string;
  /** The cell's position in the file's text, which includes a byte order mark. */
  readonly cell: PlacedCell;
  /** The position of its row, with the line end. */
  readonly row: { readonly start: number; readonly end: number };
  readonly seal: Seal;
}

/** Whether a row is of a second coding as it was sealed, of one that was changed after that, or of neither. */
export type Seal = "kept" | "broken" | "none";

/** `exp-014 (raw/coded/expansion.csv:41:evidence)`. */
export const formatCitation = ({ recordId, at }: Citation) => `${recordId ?? "passed over"} (${formatPlace(at)})`;

/** The text of a coded file with its byte order mark, or `null` if it is not UTF-8. */
export function readCodedText({ bytes }: DiskFile): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether the issue hides cells of a coded file that may cite any sentence. */
export const hidesCitations = ({ code, at }: Issue) =>
  code.startsWith("extract/") &&
  !["extract/no-rows", "extract/bad-outlines", "extract/missing-outlines"].includes(code) &&
  !/\.(index\.csv|txt)$/u.test(at.file);

/** The files whose cells may cite sentences: the coded tables and those of the second codings. */
export const citingFiles = ({ coded, second }: Pick<RawInput, "coded" | "second">): DiskFile[] => [
  ...coded,
  ...second.flatMap(({ files }) => files),
];

/** Every cell of a coded file that cites sentences, as if nothing were sealed. It reads the file itself, so that it also finds rows with errors. */
export function findCitations(file: DiskFile): Citation[] {
  const name = codedTableNames.find((table) => table === fileStem(file.path));
  const text = readCodedText(file);
  if (name === undefined || text === null) return [];
  const { row, key } = codedTable(name);
  const evidenceColumns = columnsOf(row).flatMap((column) => (column.kind === "evidence" ? [column.name] : []));
  const [header, ...records] = placeCells(text);
  const names = header?.cells.map(({ value }) => value.trim()) ?? [];
  const idColumn = "record_id" in row.shape ? "record_id" : key.length === 1 ? key[0] : undefined;
  return records.flatMap(({ line, cells }, at) =>
    evidenceColumns.flatMap((column): Citation[] => {
      const cellOf = (wanted: string | undefined) => cells[names.indexOf(wanted ?? "")]?.value.trim();
      const cell = cells[names.indexOf(column)];
      const sourceId = cellOf("source_id");
      const evidence = cell?.value.replace(/\s+/gu, " ").trim() ?? "";
      if (cell === undefined || sourceId === undefined || !EVIDENCE.test(evidence)) return [];
      const place = { file: file.path, line, column };
      const row = { start: cells[0]?.start ?? 0, end: records[at + 1]?.cells[0]?.start ?? text.length };
      const recordId = cellOf(idColumn) ?? null;
      return [{ at: place, recordId, sourceId, evidence, cell, row, seal: "none" }];
    }),
  );
}
