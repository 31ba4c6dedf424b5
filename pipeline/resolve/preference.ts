import { byCodeUnit } from "#pipeline/core/order.ts";
import { readPartialDate } from "#pipeline/core/partial-date.ts";
import type { Statement } from "#pipeline/core/record.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

const TYPES = ["reported", "assessed", "forecast"];
const CERTAINTIES = ["stated", "hedged", "attributed"];

/**
 * The order of preference, as the codebook tells it: reported over assessed over forecast; stated over
 * hedged over attributed; the more reliable source; the later source. What is still equal goes by source id and
 * evidence, so that the order never depends on the files.
 */
export function byPreference(sources: StagedTable): (a: Statement, b: Statement) => number {
  const ranks = sourceRanks(sources);
  const rank = (statement: Statement) => ranks.get(statement.sourceId) ?? ranks.size;
  return (a, b) =>
    TYPES.indexOf(String(a.values.statement_type)) - TYPES.indexOf(String(b.values.statement_type)) ||
    CERTAINTIES.indexOf(String(a.values.certainty)) - CERTAINTIES.indexOf(String(b.values.certainty)) ||
    rank(a) - rank(b) ||
    byCodeUnit(a.evidence, b.evidence);
}

/** Sources from the most to the least preferred: by reliability, then the later first, then by id. */
function sourceRanks(sources: StagedTable): ReadonlyMap<string, number> {
  const known = sources.rows.map(({ values }) => ({
    id: String(values.source_id),
    reliability: String(values.reliability),
    published: typeof values.date_published === "string" ? (readPartialDate(values.date_published).earliest ?? "") : "",
  }));
  known.sort(
    (a, b) =>
      byCodeUnit(a.reliability, b.reliability) || byCodeUnit(b.published, a.published) || byCodeUnit(a.id, b.id),
  );
  return new Map(known.map(({ id }, rank) => [id, rank]));
}
