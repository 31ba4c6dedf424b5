import { sha256Hex } from "#pipeline/core/hash.ts";
import { textHashOf } from "#pipeline/core/sentence-index.ts";
import { recordsIn } from "#pipeline/intake/sources-file.ts";
import type { Known } from "./known.ts";
import { filesOf, sourcesOf } from "./plan-document.ts";
import type { TakenDocument } from "./taken-document.ts";

/**
 * Whether the id has exactly what adding this document would write: its original and text are recorded, the text is
 * there, and the index was made from it. So it is after a run that was killed and then finished by another command.
 */
export function isAdded(
  { folder, input, staged, text }: Known,
  { id, document }: { readonly id: string; readonly document: TakenDocument },
): boolean {
  const index = staged.indexes.get(id);
  const record = recordsIn(sourcesOf(input).text).find((row) => row.get("source_id") === id);
  if (index === undefined || record === undefined || text === null) return false;
  const originalSha256 = sha256Hex(document.bytes);
  const sha256 = sha256Hex(text.bytes);
  return (
    record.get("original_sha256") === originalSha256 &&
    record.get("sha256") === sha256 &&
    textHashOf(index) === sha256 &&
    Buffer.compare(filesOf(folder, { id, document, originalSha256 }).content, text.bytes) === 0
  );
}

export const formatAdded = (id: string) =>
  `${id} has been added from this document already: its text, row and index are there. Nothing was written. To see the sentences, run: npm run pipeline -- documents show ${id}`;
