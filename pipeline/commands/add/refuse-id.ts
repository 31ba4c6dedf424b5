import { idsOf, otherOwner, ownersOfIds } from "#pipeline/core/shared-id.ts";
import { hasYear, needYear } from "#pipeline/core/source-id.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { Refusal } from "#pipeline/intake/taken-in.ts";

/** Why a new source must not have an id, by the rules of `validate`; `null` if it may. */
export function refuseId(id: string, tables: StagedTables): Refusal | null {
  const owner = otherOwner(id, "sources", ownersOfIds(tables));
  if (owner !== null) return { code: "id-of-another-table", detail: `${owner}.csv` };
  if (tables.retired.rows.some(({ values }) => values.record_id === id)) return { code: "id-is-retired", detail: null };
  const needs = needYear(idsOf("sources", tables).map((source) => source.id));
  return needs && !hasYear(id) ? { code: "id-without-year", detail: null } : null;
}
