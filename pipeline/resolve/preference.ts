import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

/** From the strongest to the weakest. */
const TYPES: readonly Statement["values"]["statement_type"][] = ["reported", "assessed", "forecast"];
const CERTAINTIES: readonly Statement["values"]["certainty"][] = ["stated", "hedged", "attributed"];

/**
 * The order of preference that the codebook states: reported before assessed before forecast; stated before hedged
 * before attributed; the more reliable source first; then the later source. Ties are broken by source id and evidence,
 * so that the order never depends on the order of rows.
 */
export function byPreference(sources: StagedTable<"sources">): (a: Statement, b: Statement) => number {
  const ranks = sourceRanks(sources);
  const rank = (statement: Statement) => ranks.get(statement.sourceId) ?? ranks.size;
  return (a, b) =>
    TYPES.indexOf(a.values.statement_type) - TYPES.indexOf(b.values.statement_type) ||
    CERTAINTIES.indexOf(a.values.certainty) - CERTAINTIES.indexOf(b.values.certainty) ||
    rank(a) - rank(b) ||
    byCodeUnit(a.evidence, b.evidence);
}

/** Sources from the most to the least preferred: by reliability, then by date (later first), then by id. */
function sourceRanks(sources: StagedTable<"sources">): ReadonlyMap<string, number> {
  const known = sources.rows.map(({ values: { source_id, reliability, date_published } }) => ({
    id: source_id,
    reliability,
    published: date_published?.earliest ?? "",
  }));
  known.sort(
    (a, b) =>
      byCodeUnit(a.reliability, b.reliability) || byCodeUnit(b.published, a.published) || byCodeUnit(a.id, b.id),
  );
  return new Map(known.map(({ id }, rank) => [id, rank]));
}
