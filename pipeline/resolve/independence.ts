import type { Issue } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

/** Which sources retell which others, directly or indirectly. */
export interface Independence {
  /** The family that a source belongs to: sources linked by `derived_from` count as one. */
  readonly familyOf: (sourceId: string) => string;
  readonly isDerivedFrom: (sourceId: string, otherId: string) => boolean;
}

/** Reads `derived_from` of sources.csv. A circle is an issue, but its sources still form one family. */
export function readIndependence(sources: StagedTable<"sources">): { independence: Independence; issues: Issue[] } {
  const parents = new Map(sources.rows.map(({ values }) => [values.source_id, splitList(values.derived_from)]));
  const ancestors = new Map([...parents.keys()].map((id) => [id, ancestorsOf(id, parents)]));
  const isDerivedFrom = (id: string, other: string) => ancestors.get(id)?.has(other) ?? false;
  const reported = new Set<string>();
  const issues = sources.rows.flatMap(({ line, values }): Issue[] => {
    const id = values.source_id;
    if (!isDerivedFrom(id, id) || reported.has(id)) return [];
    const at = { file: sources.path, line, column: "derived_from" };
    const cycle = circleThrough(id, parents);
    for (const member of cycle) reported.add(member);
    return [{ code: "resolve/derivation-cycle", at, cycle }];
  });
  return { independence: { familyOf: families(parents), isDerivedFrom }, issues };
}

function ancestorsOf(id: string, parents: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(parents.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(parents.get(next) ?? []));
  }
  return found;
}

function circleThrough(start: string, parents: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | null => {
    for (const parent of parents.get(id) ?? []) {
      if (parent === start) return [...path, start];
      if (seen.has(parent)) continue;
      seen.add(parent);
      const circle = walk(parent, [...path, parent]);
      if (circle !== null) return circle;
    }
    return null;
  };
  return walk(start, [start]) ?? [start];
}

/** Families are the connected components of the graph of `derived_from`, named after their first member. */
function families(parents: ReadonlyMap<string, readonly string[]>): (id: string) => string {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const above = leader.get(id);
    return above === undefined || above === id ? id : find(above);
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
