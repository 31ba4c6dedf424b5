import { type DocumentMark, documentMarks } from "#pipeline/core/document-marks.ts";
import { fileStem } from "#pipeline/core/raw-input.ts";
import { findNearCopies, findSameDocuments, type NearCopy } from "#pipeline/documents/known-documents.ts";
import type { SourceRow } from "#pipeline/intake/source-row.ts";
import type { Refusal } from "#pipeline/intake/taken-in.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";
import type { Known } from "./known.ts";
import { refuseId } from "./refuse-id.ts";

/** The rows of sources.csv as texts by column. */
type Rows = readonly ReadonlyMap<string, string>[];

/** Why the id, or what is known under it, does not let this original in; `null` if it does. */
export function refuseKnown(
  { input, staged }: Known,
  { id, rows, originalSha256 }: { readonly id: string; readonly rows: Rows; readonly originalSha256: string },
): Refusal | null {
  const own = rows.find((row) => row.get("source_id") === id);
  const original = own?.get("original_sha256") ?? "";
  if (original !== "" && original !== originalSha256) return { code: "id-of-another-original", detail: original };
  const hasIndex = staged.indexes.has(id) || input.indexes.some(({ path }) => fileStem(path) === id);
  if (hasIndex) return { code: "text-is-indexed", detail: null };
  return own === undefined ? refuseId(id, staged.tables) : null;
}

/** What a document shares with others, so that a person has to look. */
export interface Alike {
  /** Sources with the same address. */
  readonly sameAddress: readonly string[];
  readonly nearCopies: readonly NearCopy[];
}

interface Compared {
  readonly id: string;
  readonly rows: Rows;
  readonly row: SourceRow;
  readonly sentences: readonly SentenceIndexRow[];
}

/** Compares a document with all that are known; one that has the original or the text of another is refused. */
export function compareKnown(
  { input, staged, intakeRecords }: Known,
  { id, rows, row, sentences }: Compared,
): Alike | Refusal {
  const known = { rows, indexes: staged.indexes, texts: input.texts, intakeRecords };
  const same = findSameDocuments(known, { sourceId: id, marks: marksOf(row) });
  const sourceBy = (by: DocumentMark["by"]) => same.find((found) => found.by === by)?.sourceId;
  const ofOriginal = sourceBy("original");
  if (ofOriginal !== undefined) return { code: "original-of-another-id", detail: ofOriginal };
  const ofText = sourceBy("text");
  if (ofText !== undefined) return { code: "text-of-another-id", detail: ofText };
  return {
    sameAddress: [...new Set(same.map(({ sourceId }) => sourceId))],
    nearCopies: findNearCopies(staged.indexes, { sourceId: id, sentences }),
  };
}

function marksOf({ values }: SourceRow): readonly DocumentMark[] {
  const textIn = (column: string) => {
    const value = values[column];
    return typeof value === "string" ? value : null;
  };
  const [sha256, original_sha256] = [textIn("sha256"), textIn("original_sha256")];
  return documentMarks({ sha256, original_sha256, url: textIn("url"), url_copy: textIn("url_copy") });
}
