import { plural } from "#pipeline/core/plural.ts";
import type { MergeFault } from "./merge-faults.ts";
import type { TakenId } from "./taken-ids.ts";

/** `evt-100 is evt-101 now (4 cells).` */
export const formatRenamed = ({ id, instead }: TakenId, cells: number) =>
  `${id} is ${instead} now (${plural(cells, "cell")}).`;

export const formatTaken = ({ table, id }: TakenId, ref: string) =>
  `raw/coded/${table}.csv: ${ref} has the id ${id} too, for rows of its own. Merged, the two would be one record.`;

/** What would happen to a row, and how to prevent it. */
export function formatMergeFault({ table, row, why }: MergeFault, ref: string): string {
  const file = `raw/coded/${table}.csv`;
  switch (why) {
    case "changed-twice":
      return `${file}: this branch and ${ref} have both changed the row ${row}, and a merge keeps both versions. Merge ${ref} into this branch, and delete one of the two.`;
    case "back":
      return `${file}: a merge would bring back the row ${row}, because this branch and ${ref} changed rows side by side. Merge ${ref} into this branch, and delete the row.`;
    case "lost":
      return `${file}: a merge would lose the row ${row}. Merge ${ref} into this branch, and add the row again.`;
    default:
      return why satisfies never;
  }
}
