import type { Issue } from "#pipeline/core/issue.ts";
import { ownColumns } from "#pipeline/publish/compare/coded-cells.ts";
import type { CellChange } from "#pipeline/publish/compare/diff-rows.ts";
import { codedAs } from "#schemas/coded-tables.ts";
import { movedCellsLimit } from "#schemas/guards.ts";
import { codedFile } from "./coded-file.ts";
import { EVERY_RECORD, isFromColumn, liftKey } from "./corrections.ts";
import type { Guarded, GuardInput } from "./release-limits.ts";

type Changed = CellChange & { readonly recordId: string };

/**
 * Reports columns whose cells changed places: three records or more have another value, but the values are the same. That
 * is what sorting a column without its rows does, also in a table that is too small for the limit on changed records.
 */
export function checkMovedCells({ diff, open, correctionsPath }: GuardInput): Guarded {
  const lifting = new Set<string>();
  const issues = [...changedByColumn(diff)].flatMap(([key, cells]): Issue[] => {
    if (cells.length < movedCellsLimit || !haveSameValues(cells)) return [];
    const [table = "", published = ""] = key.split("/");
    const column = ownColumns(table).get(published) ?? published;
    const lifts = open.filter(
      ({ values }) =>
        values.table === table && (values.column === null || isFromColumn(table, published, values.column)),
    );
    const isLifted = ({ recordId }: Changed) =>
      lifts.some(({ ids }) => ids.includes(EVERY_RECORD) || ids.includes(recordId));
    if (cells.every(isLifted)) {
      for (const { line, ids } of lifts) if (ids.includes(EVERY_RECORD)) lifting.add(liftKey(line, EVERY_RECORD));
      return [];
    }
    const at = { file: codedFile(correctionsPath, table), line: null, column };
    const examples = cells.slice(0, EXAMPLES).map(({ recordId }) => recordId);
    return [{ code: "publish/moved-cells", at, table, count: cells.length, examples }];
  });
  return { issues, lifting };
}

const EXAMPLES = 5;

/** By `events/date`, the coded cells that changed. */
function changedByColumn({ rows }: GuardInput["diff"]): ReadonlyMap<string, readonly Changed[]> {
  const found = new Map<string, Changed[]>();
  for (const row of rows) {
    const { table, recordId, change, isDerived } = row;
    if (change !== "changed" || codedAs(table) === null || isDerived) continue;
    const own = ownColumns(table);
    for (const cell of row.cells) {
      // The columns of an amount follow from one coded cell.
      if (!own.has(cell.column) || cell.column.endsWith("_low") || cell.column.endsWith("_high")) continue;
      const key = `${table}/${cell.column}`;
      const cells = found.get(key) ?? [];
      found.set(key, cells);
      cells.push({ ...cell, recordId });
    }
  }
  return found;
}

function haveSameValues(cells: readonly Changed[]): boolean {
  const left = new Map<string, number>();
  for (const { before, after } of cells) {
    left.set(before, (left.get(before) ?? 0) + 1);
    left.set(after, (left.get(after) ?? 0) - 1);
  }
  return [...left.values()].every((count) => count === 0);
}
