import type { Resolution } from "#pipeline/core/resolution.ts";
import { englishTitles } from "#pipeline/core/titles/english-titles.ts";
import { titleOf } from "#pipeline/core/titles/record-title.ts";
import { codelists } from "#schemas/codelists.ts";
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
export const claimTitle = ({ row }: Claim): string =>
  titleOf(
    CLAIM_TABLE,
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? "" : String(value)])),
    {
      label: (codelist, code) =>
        codelists.find(({ name }) => name === codelist)?.codes.find((entry) => entry.code === code)?.label ?? code,
      find: () => null,
      table: () => null,
    },
    englishTitles,
  );
