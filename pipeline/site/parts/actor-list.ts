import { numbered, pages } from "../addresses.ts";
import type { Html } from "../html.ts";
import { actorKinds } from "../release/actor-kinds.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { type Listing, lines, listings } from "./listing.ts";
import { partOfLine } from "./numbered-pages.ts";

/** The list of all actors by kind, on which each has its id. */
export const actorList = (
  view: ReleaseView,
  show: (kind: string, rows: readonly Cells[]) => Html | null,
): Listing<readonly (Html | null)[]> =>
  listings(
    actorKinds(view).map(([kind, rows]) =>
      lines(
        rows,
        (shown) => show(kind, shown),
        ({ actor_id: id = "" }) => id,
      ),
    ),
    (shown) => shown,
  );

/** The lines of the actors of a release: each link to a person asks for one. */
const known = new WeakMap<ReleaseView, ReadonlyMap<string, number>>();

/** Where an actor stands on the list. */
export function addressOnList(id: string, view: ReleaseView): string {
  const anchors = known.get(view) ?? actorList(view, () => null).anchors;
  known.set(view, anchors);
  return `${numbered(pages.actors, partOfLine(anchors.get(id) ?? 0))}#${id}`;
}
