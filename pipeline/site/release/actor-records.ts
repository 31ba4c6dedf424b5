import { splitList } from "#pipeline/core/row.ts";
import { inTableOrder } from "./in-table-order.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** The codes of relations by what readers of a profile ask. Each relation is in one group. */
const GROUPS = {
  hierarchy: ["part_of", "branch_of", "affiliate_of", "member_of", "pledged_allegiance_to"],
  lineage: ["merged_into", "joined", "successor_of", "replaced"],
  leaders: ["leads"],
  allies: ["allied_with", "cooperates_with", "supported_by", "supports"],
  rivals: ["fights", "targets", "rival_of", "truce_with", "negotiates_with"],
} as const;

export type RelationGroup = keyof typeof GROUPS;
const groups = Object.keys(GROUPS).filter((name): name is RelationGroup => name in GROUPS);

/** The relations of an actor in both directions, by group. A relation that no group names is among the allies' neighbours: none is lost. */
export function relationsOf(id: string, view: ReleaseView): ReadonlyMap<RelationGroup, readonly Cells[]> {
  const rows = [
    ...view.where("actor_relations", "actor_id", id),
    ...view.where("actor_relations", "related_actor_id", id).filter(({ actor_id: actor }) => actor !== id),
  ];
  return new Map(groups.map((group) => [group, rows.filter(({ relation = "" }) => groupOf(relation) === group)]));
}

const groupOf = (relation: string): RelationGroup =>
  groups.find((group) => GROUPS[group].some((code) => code === relation)) ?? "allies";

/** The events in which an actor has any part. */
export function eventsOf(id: string, view: ReleaseView): Cells[] {
  const found = [
    ...view.where("events", "actor1_id", id),
    ...view.where("events", "actor2_id", id),
    ...view.listing("events", "assoc_actor1_ids", id),
    ...view.listing("events", "assoc_actor2_ids", id),
  ];
  return inTableOrder("events", found, view);
}

/** Every record that names an actor, as table and row. */
export function recordsNaming(id: string, view: ReleaseView): { readonly table: string; readonly row: Cells }[] {
  const tables = ["actor_profile", "expansion_timeline", "economic_warfare_incidents", "economic_warfare_patterns"];
  const found = [...tables, "actor_names", "actor_relations"].flatMap((table) =>
    ["actor_id", "related_actor_id"].flatMap((column) => view.where(table, column, id).map((row) => ({ table, row }))),
  );
  return [...found, ...eventsOf(id, view).map((row) => ({ table: "events", row }))];
}

/** The disagreements that the records of an actor are in, each once. */
export function disagreementsOf(id: string, view: ReleaseView): Cells[] {
  const ids = recordsNaming(id, view).flatMap(({ row }) => splitList(row.disagreement_ids));
  const found = ids.map((one) => view.find("disagreements", one)).filter((row) => row !== null);
  return inTableOrder("disagreements", found, view);
}
