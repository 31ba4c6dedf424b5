import type { Issue } from "#pipeline/core/issue.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";

/** A retired id is not in use, and what replaces it is. `idsOf` gives the ids in use of a published table. */
export function checkTombstones(
  retired: StagedTable | undefined,
  idsOf: (table: string) => ReadonlySet<string>,
): Issue[] {
  return (retired?.rows ?? []).flatMap(({ line, values }): Issue[] => {
    const ids = idsOf(String(values.table));
    const at = { file: retired?.path ?? "", line, column: "record_id" };
    const id = String(values.record_id);
    const { replaced_by: replacement } = values;
    return [
      ...(ids.has(id) ? [{ code: "resolve/retired-id-in-use", at, id } as const] : []),
      ...(typeof replacement === "string" && !ids.has(replacement)
        ? [{ code: "resolve/unknown-replacement", at: { ...at, column: "replaced_by" }, id: replacement } as const]
        : []),
    ];
  });
}
