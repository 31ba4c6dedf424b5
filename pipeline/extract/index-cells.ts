import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { type ExtractedCells, extractCells } from "#pipeline/extract/cells.ts";
import { indexColumns } from "#schemas/sentence-index.ts";

const NEWLINE = 0x0a;

/** The cells of a sentence index, whose last column, `page`, may be absent. An index has it only for the pages in it. */
export function extractIndexCells(file: DiskFile): ExtractedCells {
  const hasPages = namesPage(file.bytes);
  const columns = indexColumns({ hasPages });
  const { rows, issues } = extractCells(file, columns);
  const page = columns.indexOf("page");
  if (!hasPages || rows.length === 0 || rows.some(({ cells }) => cells[page]?.trim() !== "")) return { rows, issues };
  return {
    rows,
    issues: [...issues, { code: "extract/empty-column", at: { file: file.path, line: 1, column: "page" } }],
  };
}

/** Whether the first line has the word "page". */
function namesPage(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(NEWLINE);
  const header = new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
  return /\bpage\b/u.test(header);
}
