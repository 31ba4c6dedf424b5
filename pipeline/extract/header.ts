import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";

/** The header is looked for among so many records. */
export const FIRST_RECORDS = 10;

/** Whether the cells look like the header of a table with these columns: at least two are columns, and half of all. */
function isHeader(cells: readonly string[], columns: readonly string[]): boolean {
  const known = cells.filter((cell) => columns.includes(cell.trim())).length;
  return known >= Math.min(2, columns.length) && known >= cells.length / 2;
}

/** The position of the header among records; `null` if none looks like it. */
export function findHeader(records: readonly (readonly string[])[], columns: readonly string[]): number | null {
  const position = records.findIndex((cells) => isHeader(cells, columns));
  return position === -1 ? null : position;
}

/**
 * The issues of a header, where `nCells` is the number of cells of every row below it, or `null` if they differ. A column is not reported as missing if its likely misspelling is
 * reported.
 */
export function checkHeader(
  names: readonly string[],
  { columns, nCells }: { readonly columns: readonly string[]; readonly nCells: number | null },
  at: (column: string | null) => Issue["at"],
): Issue[] {
  if (!names.some((name) => columns.includes(name))) {
    return [{ code: "extract/missing-header", at: at(null), expected: columns }];
  }
  const missing = columns.filter((column) => !names.includes(column));
  const misspelt = new Set<string>();
  const issues = names.flatMap((name, position): Issue[] => {
    if (name === "") return [{ code: "extract/nameless-column", at: at(null), position: position + 1 }];
    if (names.indexOf(name) < position) return [{ code: "extract/duplicate-column", at: at(name) }];
    if (columns.includes(name)) return [];
    const nearest = nearestOf(
      name,
      missing.filter((column) => !misspelt.has(column)),
    );
    if (nearest !== null) misspelt.add(nearest);
    return [{ code: "extract/unknown-column", at: at(name), nearest }];
  });
  const absent = missing.filter((column) => !misspelt.has(column));
  const isNameGone =
    nCells === columns.length && names.filter((name) => name !== "").length + missing.length === nCells;
  const cells = isNameGone ? nCells : null;
  issues.push(...absent.map((column): Issue => ({ code: "extract/missing-column", at: at(column), cells })));
  const misplaced = names.find((name, position) => name !== columns[position]);
  if (issues.length === 0 && misplaced !== undefined) {
    issues.push({ code: "extract/column-order", at: at(misplaced), expected: columns });
  }
  return issues;
}
