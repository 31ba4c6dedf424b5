import { placeCells } from "#pipeline/core/csv-cells.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { readCodedText } from "#pipeline/documents/citations.ts";
import type { CellEdit } from "#pipeline/documents/rewrite-cells.ts";

/**
 * The edits that make `sources.csv` record another text of a source; none if it has no readable row of the source. It
 * reads the file itself, so that it also finds a row whose hash is still empty.
 */
export function editRecordedHash(coded: readonly DiskFile[], sourceId: string, sha256: string): CellEdit[] {
  return coded
    .filter(({ path }) => fileStem(path) === "sources")
    .flatMap((file) => {
      const [header, ...records] = placeCells(readCodedText(file) ?? "");
      const names = header?.cells.map(({ value }) => value.trim()) ?? [];
      const [id, hash] = [names.indexOf("source_id"), names.indexOf("sha256")];
      return records.flatMap(({ cells }): CellEdit[] => {
        const cell = cells[hash];
        if (cell === undefined || cells[id]?.value.trim().normalize("NFC") !== sourceId || cell.value === sha256)
          return [];
        return [{ file: file.path, cell, after: sha256 }];
      });
    });
}
