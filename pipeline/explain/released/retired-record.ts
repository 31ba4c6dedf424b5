import type { Explanation, Question, Tombstone } from "#pipeline/explain/explanation.ts";
import { explainReleased } from "./explain-released.ts";
import { type ReleasedRow, type ReleasedTables, rowsWith } from "./release-tables.ts";

interface Retired {
  /** The releases in which to look, newest first; each is read when it is its turn. */
  readonly releases: AsyncIterable<ReleasedTables>;
  readonly texts: ReadonlyMap<string, string>;
  /** The tombstones of raw/, if that is what was asked. */
  readonly tombstones: readonly ReleasedRow[];
}

/**
 * Explains a record that is gone: its last values, from the newest release that had it, and its tombstone. Returns `null`
 * if none of the releases had it.
 */
export async function explainRetired(
  question: Question,
  { releases, texts, tombstones }: Retired,
): Promise<Explanation | null> {
  let stone: ReleasedRow | null = tombstones.find(isOf(question)) ?? null;
  let retiredIn: string | null = null;
  for await (const release of releases) {
    const found = explainReleased(question, release, texts);
    if (found !== null) return { ...found, tombstone: tombstoneOf(stone, retiredIn) };
    const here = rowsWith(release, "retired", { record_id: question.recordId }).find(isOf(question));
    if (here === undefined) continue;
    stone ??= here;
    retiredIn = release.version;
  }
  return null;
}

const isOf =
  ({ table, recordId }: Question) =>
  (row: ReleasedRow) =>
    row.record_id === recordId && (table === null || row.table === table);

const tombstoneOf = (row: ReleasedRow | null, retiredIn: string | null): Tombstone => ({
  reason: row?.reason || null,
  replacedBy: row?.replaced_by || null,
  dateRetired: row?.date_retired || null,
  retiredIn,
});
