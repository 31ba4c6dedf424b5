import { writeCsv } from "#pipeline/core/csv-text.ts";
import type { FetchRecord } from "#pipeline/core/fetch-record.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { jsonLines } from "#pipeline/core/json-text.ts";
import { spreadsheetText } from "#pipeline/core/spreadsheet-text.ts";
import type { Block, PageRange, TakenIn } from "./taken-in.ts";
import { isLine, tidyOffset, tidyText } from "./tidy-text.ts";

/** The file that a text is made from. */
export interface Original {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** As the user or the address named it, without its folder. */
  readonly fileName: string;
}

export interface Document {
  readonly sourceId: string;
  readonly taken: TakenIn;
  readonly original: Original;
  /** The pages that were taken in; `null` for all. */
  readonly pages: readonly PageRange[] | null;
  /** `null` if it was a file. */
  readonly fetched: FetchRecord | null;
}

/** The content of `<source_id>.txt`: a line for each block. */
export const textContent = ({ blocks }: TakenIn): string =>
  linesOf(blocks)
    .map(({ text }) => `${text}\n`)
    .join("");

const linesOf = (blocks: TakenIn["blocks"]) => blocks.map(lineOf).filter(({ text }) => isLine(text));

const lineOf = ({ turns = [], ...block }: Block) => ({
  ...block,
  text: tidyText(block.text),
  turns: turns.map(({ page, start }) => ({ page, start: tidyOffset(block.text, start) })),
});

/** The files of a document by their name, other than the original. Without notes or tables, there is no file of them. */
export function intakeFiles(document: Document): Map<string, string> {
  const { sourceId, taken } = document;
  return new Map([
    [`${sourceId}.txt`, textContent(taken)],
    ...(taken.notes.length === 0 ? [] : [[`${sourceId}.notes.txt`, notesContent(taken)] as const]),
    ...(taken.tables.length === 0 ? [] : [[`${sourceId}.tables.csv`, tablesContent(taken)] as const]),
    [`${sourceId}.intake.json`, recordContent(document)],
  ]);
}

const notesContent = ({ notes }: TakenIn) =>
  notes.map(({ mark, text }) => `${tidyText(mark)}\t${tidyText(text)}\n`).join("");

/** A row for each cell, because tables have different columns. */
function tablesContent({ tables }: TakenIn): string {
  const cells = tables.flatMap(({ page, caption, rows }, table) =>
    rows.flatMap((row, at) =>
      row.map((text, column) => ({
        table: table + 1,
        page,
        caption: caption === null ? null : spreadsheetText(caption),
        row: at + 1,
        column: column + 1,
        text: spreadsheetText(text),
      })),
    ),
  );
  return writeCsv(["table", "page", "caption", "row", "column", "text"], cells);
}

const FORMAT = "jnim-data intake 1";

/**
 * `<source_id>.intake.json`: how each line came to be, what was left out, and what is known of the document by what means.
 * The hash of a line tells later whether it still is that line.
 */
function recordContent({ sourceId, taken, original, pages, fetched }: Document): string {
  const { notes, tables, blocks, nPages, ...rest } = taken;
  const record = {
    format: FORMAT,
    source_id: sourceId,
    original: {
      sha256: original.sha256,
      bytes: original.bytes,
      media_type: original.mediaType,
      file_name: original.fileName,
      n_pages: nPages,
    },
    pages,
    fetched,
    tools: rest.tools,
    metadata: rest.metadata,
    remarks: rest.remarks,
    n_notes: notes.length,
    n_tables: tables.length,
    blocks: linesOf(blocks).map(({ text, kind, page, turns, column, rule }, at) => ({
      ...{ line: at + 1, kind, page, turns, column, rule },
      sha256: sha256Hex(text),
    })),
    hyphens: rest.hyphens,
    dropped: rest.dropped,
  };
  return `${jsonLines(record, 2)}\n`;
}
