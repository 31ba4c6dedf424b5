import type { Resolution } from "#pipeline/core/resolution.ts";
import { rowTitle } from "#pipeline/events/row-title.ts";
import { countedAttributes } from "#schemas/events/count-queries.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";

/** The table whose records are claims with a number. */
export const CLAIM_TABLE = "actor_profile";

/** A published claim, and its place as the register has it; `null` if it names none. */
export interface Claim {
  readonly row: PublishedRow<typeof CLAIM_TABLE>;
  readonly place: PublishedRow<"places"> | null;
}

/** The claims whose attribute can be counted, in the order of their ids. */
export function claimsIn({ entries }: Pick<Resolution, "entries">): Claim[] {
  const places = new Map(
    [...entries("places")].flatMap((entry) => (entry.table === "places" ? [[entry.id, entry.row] as const] : [])),
  );
  return [...entries(CLAIM_TABLE)].flatMap(({ row }) =>
    "attribute" in row && countedAttributes.includes(row.attribute)
      ? [{ row, place: places.get(row.place_id ?? "") ?? null }]
      : [],
  );
}

/** A claim in words: its actor, its attribute, its value with number and unit, and its place. */
export const claimTitle = ({ row }: Claim): string => rowTitle(CLAIM_TABLE, row);
