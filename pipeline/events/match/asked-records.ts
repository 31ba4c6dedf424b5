import { z } from "zod";
import type { Resolution } from "#pipeline/core/resolution.ts";
import { rowTitle } from "#pipeline/events/row-title.ts";
import { unitColumns } from "#schemas/coded/places.ts";
import type { NotComparable } from "#schemas/events/match-rules.ts";
import { type MatchedTable, type MatchRecord, matchRecord, type UnitOf } from "./match-record.ts";

/** A record whose events are sought: what a person must know of it, and how it is compared. */
export interface AskedRecord {
  readonly table: MatchedTable;
  readonly record_id: string;
  readonly title: string;
  /** The sentences that it is based on, as `source:locator`. */
  readonly evidence: string;
  readonly date: string | null;
  readonly location: string | null;
  readonly where_prec: number | null;
  /** `null` if it cannot be compared; then there is a reason. */
  readonly compared: MatchRecord | null;
  readonly reason: NotComparable | null;
}

const Facts = z.object({
  evidence: z.string().nullable(),
  date: z.string().nullable(),
  location: z.string().nullable(),
  where_prec: z.int().nullable(),
});

/** The records of tables, in the order of their tables and ids. */
export function askedRecords(
  { entries, find }: Pick<Resolution, "entries" | "find">,
  tables: readonly MatchedTable[],
  keyOf: UnitOf["keyOf"],
): AskedRecord[] {
  const unitNamed = (placeId: string) => {
    const place = find("places", placeId);
    if (place?.table !== "places") return null;
    return unitColumns[place.row.kind] === "admin1" ? place.row.name : null;
  };
  return tables.flatMap((table) =>
    [...entries(table)].flatMap((entry): AskedRecord[] => {
      if (entry.columns === undefined) return [];
      const compared = matchRecord(entry, { keyOf, unitNamed });
      const { evidence, ...facts } = Facts.parse(entry.row);
      return [
        {
          table,
          record_id: entry.id,
          title: rowTitle(table, entry.row),
          evidence: evidence ?? "",
          ...facts,
          ...(typeof compared === "string" ? { compared: null, reason: compared } : { compared, reason: null }),
        },
      ];
    }),
  );
}
