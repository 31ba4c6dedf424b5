import type { Row, Value } from "#pipeline/core/row.ts";

/** Code-unit order: the same on every machine and in every locale. */
export const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Empty cells last; numbers and booleans by value, texts in code-unit order. */
function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "string" && typeof b === "string") return byCodeUnit(a, b);
  return Number(a) - Number(b);
}

/** Compares two rows column by column: the first column that differs decides. */
export const byColumns = (columns: readonly string[]) => (a: Row, b: Row) => {
  for (const column of columns) {
    const order = compareValues(a[column] ?? null, b[column] ?? null);
    if (order !== 0) return order;
  }
  return 0;
};
