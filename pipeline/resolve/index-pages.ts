import type { Issue } from "#pipeline/core/issue.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";

/** The first sentence on a page that the original does not have, as far as `sources.csv` says how many it has. */
export function checkPages({ path, sourceId, entries, lines }: SentenceIndex, pages: number | null): Issue[] {
  const position = pages === null ? -1 : entries.findIndex(({ page }) => page !== null && page > pages);
  const page = entries[position]?.page ?? null;
  if (pages === null || page === null) return [];
  const at = { file: path, line: lines[position] ?? null, column: "page" };
  return [{ code: "resolve/no-such-page", at, sourceId, page, pages }];
}
