import { compareLocators, parseEvidence } from "#pipeline/core/locator.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Statement } from "#pipeline/core/resolution.ts";
import type { Cells } from "#pipeline/core/row.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { codedAs, contentColumns, type StatedTableName } from "#schemas/coded-tables.ts";

/** From the strongest to the weakest. */
const TYPES: readonly Statement["values"]["statement_type"][] = ["reported", "assessed", "forecast"];
const CERTAINTIES: readonly Statement["values"]["certainty"][] = ["stated", "hedged", "attributed"];

const typeRank = ({ values }: Statement) => TYPES.indexOf(values.statement_type);
const certaintyRank = ({ values }: Statement) => CERTAINTIES.indexOf(values.certainty);

/** Whether a statement is at least as strong as another, both in its type and in its certainty. */
export const isAsStrongAs = (statement: Statement, other: Statement) =>
  typeRank(statement) <= typeRank(other) && certaintyRank(statement) <= certaintyRank(other);

/**
 * The order of preference that the codebook states: reported before assessed before forecast; stated before hedged
 * before attributed; the more reliable source first; then the later source, then by source id. Of two statements of one
 * source, the one that says more comes first, then the one that comes first in the text. So the order never depends on
 * the order of rows, nor on what other statements say.
 */
export function byPreference(sources: StagedTable<"sources">): (a: Statement, b: Statement) => number {
  const ranks = sourceRanks(sources);
  const rank = (statement: Statement) => ranks.get(statement.sourceId) ?? ranks.size;
  return (a, b) =>
    typeRank(a) - typeRank(b) ||
    certaintyRank(a) - certaintyRank(b) ||
    rank(a) - rank(b) ||
    claimCount(b) - claimCount(a) ||
    byPlaceInText(a, b);
}

const counted = new WeakMap<Statement, number>();

/** The number of cells that a statement fills, without those on how its source says it, and without its description. */
function claimCount(statement: Statement): number {
  const known = counted.get(statement);
  if (known !== undefined) return known;
  const cells: Cells = statement.values;
  const count = competingColumns(statement.table).filter((column) => cells[column] !== null).length;
  counted.set(statement, count);
  return count;
}

const competing = new Map<string, readonly string[]>();

function competingColumns(table: StatedTableName): readonly string[] {
  const known = competing.get(table);
  if (known !== undefined) return known;
  const coded = codedAs(table);
  const columns = (coded === null ? [] : contentColumns(coded))
    .filter(({ rule, isAboutSource }) => rule !== "lead" && isAboutSource !== true)
    .map(({ name }) => name);
  competing.set(table, columns);
  return columns;
}

/** Compares by the first sentence, then by the second one and so on; the evidence that ends first comes first. */
function byPlaceInText({ evidence: a }: Statement, { evidence: b }: Statement): number {
  const [ranges, others] = [parseEvidence(a), parseEvidence(b)];
  for (const [at, { from, to }] of ranges.entries()) {
    const other = others[at];
    if (other === undefined) return 1;
    const order = compareLocators(from, other.from) || compareLocators(to, other.to);
    if (order !== 0) return order;
  }
  return ranges.length - others.length || byCodeUnit(a, b);
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
