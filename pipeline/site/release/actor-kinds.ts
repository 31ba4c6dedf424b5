import { groupBy } from "#pipeline/core/group-by.ts";
import type { Cells, ReleaseView } from "./release-view.ts";

/** All actors by kind, in the order of the code list. */
export function actorKinds(view: ReleaseView): [kind: string, rows: readonly Cells[]][] {
  const order = view.where("codelists", "codelist", "actor_type").map(({ code = "" }) => code);
  const placeOf = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const kinds = groupBy(view.rows("actors"), ({ actor_type: kind = "" }) => kind);
  return [...kinds].sort(([a], [b]) => placeOf(a) - placeOf(b));
}
