import { isClaimId } from "#pipeline/core/claim-id.ts";
import type { Question } from "#pipeline/explain/explanation.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";
import { type ReleasedRow, type ReleasedTable, type ReleasedTables, rowsWith } from "./release-tables.ts";

/** The requested row of a release, and the column. */
export interface FoundRow {
  readonly table: ReleasedTable;
  readonly recordId: string;
  readonly row: ReleasedRow;
  readonly column: string | null;
}

/** Finds the requested row by its id; the id of a claim leads to its record and column. `null` if the release has none. */
export function findReleased({ table, recordId, column }: Question, release: ReleasedTables): FoundRow | null {
  const [claim] = isClaimId(recordId) ? rowsWith(release, "claims", { claim_id: recordId }) : [];
  if (claim !== undefined) {
    const { table: home = "", record_id: id = "" } = claim;
    return findReleased(
      { table: isPublishedTable(home) ? home : null, recordId: id, column: column ?? claim.column ?? null },
      release,
    );
  }
  for (const candidate of tablesWithIds(release)) {
    if (table !== null && table !== "claims" && candidate.name !== table) continue;
    const [row] = rowsWith(release, candidate.name, { [candidate.key[0] ?? ""]: recordId });
    if (row !== undefined) return { table: candidate, recordId, row, column };
  }
  return null;
}

/** The ids that the release has, in one table or in all. */
export const idsIn = (release: ReleasedTables, table: string | null): string[] =>
  tablesWithIds(release)
    .filter(({ name }) => table === null || name === table)
    .flatMap(({ key, rows }) => [...rows()].map((row) => row[key[0] ?? ""] ?? ""));

const tablesWithIds = ({ tables }: ReleasedTables) =>
  [...tables.values()].filter(
    ({ name, key }) => key.length === 1 && (!isPublishedTable(name) || publishedTable(name).isExplained),
  );
