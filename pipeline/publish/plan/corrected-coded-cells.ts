import { ownColumns } from "#pipeline/publish/compare/coded-cells.ts";
import type { Comparison } from "./comparison.ts";
import { wholeOf } from "./corrections.ts";

type PublishedCell = Comparison["corrections_without_reason"][number];

/** A cell that a coder wrote, with the published cells that it became: an amount has become up to three. */
export interface CorrectedCodedCell extends Pick<PublishedCell, "table" | "record_id" | "column" | "claim_id"> {
  readonly parts: readonly PublishedCell[];
}

/** Joins the published cells of each coded cell, which are one correction. */
export function correctedCodedCells(cells: readonly PublishedCell[]): CorrectedCodedCell[] {
  const found = new Map<string, CorrectedCodedCell & { readonly parts: PublishedCell[] }>();
  for (const cell of cells) {
    const { table, record_id, claim_id } = cell;
    const column = ownColumns(table).get(cell.column) ?? cell.column;
    const key = [table, record_id, column, claim_id ?? ""].join("\n");
    const known = found.get(key);
    if (known === undefined) found.set(key, { table, record_id, column, claim_id, parts: [cell] });
    else known.parts.push(cell);
  }
  return [...found.values()];
}

/** The row of corrections.csv that explains it, without the reason. A part of another record has none of its own. */
export function correctionRow({ table, record_id, column }: CorrectedCodedCell): string {
  const whole = wholeOf(table, record_id);
  return [...whole, whole[0] === table ? column : "", "REASON"].join(",");
}
