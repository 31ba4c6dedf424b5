import { isMarkedDerived, nSummedUp } from "#pipeline/core/reason-parts.ts";
import type { Cells } from "./release-view.ts";

export const KINDS = ["added", "changed", "retired"] as const;
export type Kind = (typeof KINDS)[number];

/** What a change is to: a table or a column itself, a row or cell that a coder wrote, or what follows from those. */
export const THINGS = ["table", "column", "stated", "derived"] as const;
export type Thing = (typeof THINGS)[number];

/** The rows of changes.csv about one kind of thing. */
export const changesOfKind = (changes: readonly Cells[], thing: Thing, kind: Kind): Cells[] =>
  changes.filter((row) => row.change === kind && thingOf(row) === thing);

function thingOf(row: Cells): Thing {
  if (isMarkedDerived(row.reason ?? "")) return "derived";
  if (row.record_id !== "" || numberIn(row) !== null) return "stated";
  return row.column === "" ? "table" : "column";
}

/** How many changes a row without a record sums up; `null` if it is one change. */
export const numberIn = ({ record_id: id, reason = "" }: Cells): number | null =>
  id === "" ? nSummedUp(reason) : null;

/** How many changes the rows tell of. */
export const countChanges = (rows: readonly Cells[]): number =>
  rows.reduce((sum, row) => sum + (numberIn(row) ?? 1), 0);
