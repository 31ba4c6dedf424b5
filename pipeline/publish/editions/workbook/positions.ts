import type { Row } from "#pipeline/core/row.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import type { AddedColumn } from "#pipeline/publish/editions/reading-order.ts";

const HEADER = "positions";

/** The column of the sheet `Disagreements` that says which source holds which position. */
export const positionsColumn: AddedColumn = {
  header: HEADER,
  type: "string",
  aspect: "what",
  cellOf: (row) => row[HEADER] ?? null,
};

/**
 * The disagreements, each with the positions of its sides: `a, ict-2024: about a thousand fighters`, one on a line. Both
 * tables are in the order of their ids, so they are read side by side.
 */
export function withPositions(disagreements: EditionTable, sides: EditionTable): EditionTable {
  return {
    ...disagreements,
    rows: function* rows() {
      const left = sides.rows()[Symbol.iterator]();
      let side = left.next();
      for (const row of disagreements.rows()) {
        const id = String(row.disagreement_id);
        const lines = new Set<string>();
        for (; side.done !== true && String(side.value.disagreement_id) <= id; side = left.next())
          if (side.value.disagreement_id === id) lines.add(lineOf(side.value));
        yield { ...row, [HEADER]: lines.size === 0 ? null : [...lines].join("\n") };
      }
    },
  };
}

const lineOf = ({ side, source_id, position }: Row) => `${side}, ${source_id}: ${position}`;
