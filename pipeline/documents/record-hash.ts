import { placeCells } from "#pipeline/core/csv-cells.ts";
import { hashOfFolder } from "#pipeline/core/inputs-hash.ts";
import { type DiskFile, fileStem, type SecondFolder } from "#pipeline/core/raw-input.ts";
import { readCodedText, type Seal } from "#pipeline/documents/citations.ts";
import { type CellEdit, rewritten } from "#pipeline/documents/rewrite-cells.ts";

/**
 * The edits that make `sources.csv` record another text of a source; none if it has no readable row of the source. It
 * reads the file itself, so that it also finds a row whose hash is still empty.
 */
export const editRecordedHash = (coded: readonly DiskFile[], sourceId: string, sha256: string): CellEdit[] =>
  hashesIn(coded, "sources").flatMap(({ file, cell, read }) =>
    read("source_id") !== sourceId || cell.value === sha256 ? [] : [{ file, cell, after: sha256 }],
  );

/** Whether `coders.csv` records a second coding as it is now. */
export function sealOf(coded: readonly DiskFile[], folder: SecondFolder): Seal {
  const [sealed = ""] = codingHashes(coded, folder).map(({ cell }) => cell.value.trim());
  if (sealed === "") return "none";
  return sealed === hashOfFolder(folder.files) ? "kept" : "broken";
}

/**
 * The coded files, of which `coders.csv` records second codings that a command changed. A coding that `coders.csv` does
 * not record as it was before keeps its hash there, because then somebody else has changed it.
 */
export function sealAgain(
  coded: readonly DiskFile[],
  { before, after }: { readonly before: readonly SecondFolder[]; readonly after: readonly SecondFolder[] },
): DiskFile[] {
  const edits = before.flatMap((folder, at) => editCodingHash(coded, folder, after[at] ?? folder));
  return coded.map((file) => rewritten(file, edits));
}

function editCodingHash(coded: readonly DiskFile[], before: SecondFolder, after: SecondFolder): CellEdit[] {
  const [recorded, sha256] = [hashOfFolder(before.files), hashOfFolder(after.files)];
  return codingHashes(coded, before).flatMap(({ file, cell }) =>
    recorded !== sha256 && cell.value.trim() === recorded ? [{ file, cell, after: sha256 }] : [],
  );
}

const codingHashes = (coded: readonly DiskFile[], { sourceId, coderId }: SecondFolder) =>
  hashesIn(coded, "coders").filter(({ read }) => read("source_id") === sourceId && read("coder_id") === coderId);

/** The cells of a register with a hash, and the other values of their rows. */
function hashesIn(coded: readonly DiskFile[], register: string) {
  return coded
    .filter(({ path }) => fileStem(path) === register)
    .flatMap((file) => {
      const [header, ...records] = placeCells(readCodedText(file) ?? "");
      const names = header?.cells.map(({ value }) => value.trim()) ?? [];
      return records.flatMap(({ cells }) => {
        const cell = cells[names.indexOf("sha256")];
        const read = (column: string) => cells[names.indexOf(column)]?.value.trim().normalize("NFC");
        return cell === undefined ? [] : [{ file: file.path, cell, read }];
      });
    });
}
