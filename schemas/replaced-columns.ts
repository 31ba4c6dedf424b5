/** Where readers find what a removed column held. */
export type Replacement =
  /** A column of another table, to be joined by the columns that both tables have. */
  | { readonly now: string; readonly by: readonly string[] }
  /** A column that lists the ids of the rows for which the removed one was true. */
  | { readonly now: string; readonly isListOfIds: true };

/** By removed `table.column`: what replaces it. `MIGRATING.md` tells readers. */
export const replacedColumns: Readonly<Record<string, Replacement>> = {
  "expansion_timeline.country_first_date": { now: "expansion_by_country.date", by: ["actor_id", "country"] },
  "expansion_timeline.is_first_in_country": {
    now: "expansion_by_country.earliest_dated_step_ids",
    isListOfIds: true,
  },
};
