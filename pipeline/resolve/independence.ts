import type { Issue } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { circleThrough, type Parents, readDerivation } from "#pipeline/resolve/derivation.ts";

/** Which sources retell which others, directly or indirectly. */
export interface Independence {
  /** The family that a source belongs to: sources linked by `derived_from` count as one. */
  readonly familyOf: (sourceId: string) => string;
  readonly isDerivedFrom: (sourceId: string, otherId: string) => boolean;
  /** Those of some sources that retell another one of them. In a circle, none of them does. */
  readonly derivedAmong: (sourceIds: ReadonlySet<string>) => ReadonlySet<string>;
}

/** A row of sources.csv can close many circles. After this many, the editor has enough to correct. */
const REPORTED_CIRCLES = 100;

/** Reads `derived_from` of sources.csv. A circle is an issue, but its sources still form one family. */
export function readIndependence(sources: StagedTable<"sources">): { independence: Independence; issues: Issue[] } {
  const parents = new Map(sources.rows.map(({ values }) => [values.source_id, splitList(values.derived_from)]));
  const { isDerivedFrom, derivedAmong, isInCircle } = readDerivation(parents);
  const reported = new Set<string>();
  const issues: Issue[] = [];
  for (const { line, values } of sources.rows) {
    const id = values.source_id;
    if (!isInCircle(id) || reported.has(id) || issues.length >= REPORTED_CIRCLES) continue;
    const cycle = circleThrough(id, parents);
    for (const member of cycle) reported.add(member);
    issues.push({
      code: "resolve/derivation-cycle",
      at: { file: sources.path, line, column: "derived_from" },
      cycle,
    });
  }
  return { independence: { familyOf: families(parents), isDerivedFrom, derivedAmong }, issues };
}

/** Families are the connected components of the graph of `derived_from`, named after their first member. */
function families(parents: Parents): (id: string) => string {
  const leader = new Map<string, string>();
  /** Shortens the way to the leader for the next search (path halving). */
  const find = (id: string): string => {
    let at = id;
    for (let above = leader.get(at); above !== undefined && above !== at; above = leader.get(at)) {
      const next = leader.get(above) ?? above;
      leader.set(at, next);
      at = next;
    }
    return at;
  };
  for (const [id, others] of parents) {
    for (const other of others) {
      const [first = id, second = id] = [find(id), find(other)].sort(byCodeUnit);
      leader.set(second, first);
    }
  }
  const known = new Map([...parents.keys()].map((id) => [id, find(id)]));
  return (id) => known.get(id) ?? find(id);
}
