/**
 * A row of `changes.csv`. A change to a table or column has no `record_id`, and neither has a row that sums up derived
 * rows.
 */
export type Change = Readonly<Record<(typeof CHANGE_COLUMNS)[number], string | null>> & {
  readonly version: string;
  readonly change: "added" | "changed" | "retired";
  readonly table: string;
};

/** The columns of `changes.csv`, in their order. */
export const CHANGE_COLUMNS = [
  "version",
  "change",
  "table",
  "record_id",
  "column",
  "old_value",
  "new_value",
  "reason",
] as const;
