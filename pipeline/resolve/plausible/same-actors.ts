import type { Statement } from "#pipeline/core/resolution.ts";
import { type Cells, splitList } from "#pipeline/core/row.ts";
import type { Finding } from "./finding.ts";

/** The columns of actors in which one actor has no place twice, by the column that comes first. */
const OTHERS: readonly (readonly [column: string, others: readonly string[]])[] = [
  ["actor1_id", ["assoc_actor1_ids", "actor2_id", "assoc_actor2_ids"]],
  ["assoc_actor1_ids", ["actor2_id", "assoc_actor2_ids"]],
  ["actor2_id", ["assoc_actor2_ids"]],
  ["actor_id", ["related_actor_id"]],
];

/** Actors who act on themselves: an actor in two columns of one statement. `relations` refuses them by a rule of its own. */
export const sameActors = (statements: readonly Statement[]): Finding[] =>
  statements.flatMap(({ table, recordId, values, at }) => {
    const cells: Cells = values;
    if (table === "actor_relations") return [];
    return OTHERS.flatMap(([otherColumn, columns]) => {
      const actors = new Set(splitList(cells[otherColumn]));
      return columns.flatMap((column) =>
        splitList(cells[column])
          .filter((actor) => actors.has(actor))
          .map((value): Finding => {
            const check = { table, recordId, column, value };
            return { code: "resolve/same-actor", at: { ...at, column }, check, otherColumn };
          }),
      );
    });
  });
