import type { RowChange } from "./diff-rows.ts";
import { type PublishedRelease, rowsOf, type TextRow } from "./published-release.ts";

interface Releases {
  readonly diff: { readonly rows: readonly RowChange[] };
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
}

/**
 * Whether nothing that a coder wrote changed in a record but its locators, and these still name the same sentences: by
 * their hashes, as after `documents verify --relocate`.
 */
export function movedSentences({ diff, from, to }: Releases): (row: RowChange) => boolean {
  const cited = diff.rows.filter(({ cells }) => cells.some(({ column }) => column === "evidence"));
  if (cited.length === 0) return () => false;
  const wanted = new Set(cited.map(keyOf));
  const [before, after] = [hashesIn(from, wanted), hashesIn(to, wanted)];
  return (row) => {
    const hashes = before.get(keyOf(row));
    if (hashes === undefined || hashes !== after.get(keyOf(row))) return false;
    return row.cells.every(({ column }) => LOCATORS.includes(column));
  };
}

const LOCATORS = ["evidence", "lead_evidence"];
const keyOf = ({ table, recordId }: RowChange) => `${table}/${recordId}`;

/** By record, the hashes of its sentences as one text. */
function hashesIn({ tables }: PublishedRelease, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  const evidence = tables.get("evidence");
  for (const row of evidence === undefined ? [] : rowsOf(evidence)) {
    const { table, record_id, source_id, sha256 }: TextRow<"evidence"> = row;
    const key = `${table}/${record_id}`;
    if (!wanted.has(key)) continue;
    const hashes = found.get(key) ?? [];
    found.set(key, hashes);
    hashes.push(`${source_id}:${sha256}`);
  }
  return new Map([...found].map(([key, hashes]) => [key, hashes.sort().join()]));
}
