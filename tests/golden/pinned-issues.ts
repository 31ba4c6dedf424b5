import { writeCsv } from "#pipeline/core/csv-text.ts";
import { type Issue, isWarning } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";

/**
 * Facts that count or list the columns of a table. A new column changes them and nothing about the mistake, so no
 * case pins them; tests/unit/extract/cells.test.ts does.
 */
const OF_ALL_COLUMNS = new Set(["expected", "position", "cells", "columns"]);

/** `expected/issues.csv`: where each issue is, its code and its facts. Not its wording. */
export const pinIssues = (issues: readonly Issue[]) =>
  writeCsv(
    ["file", "line", "column", "severity", "code", "facts"],
    issues.map((issue) => ({
      ...issue.at,
      severity: isWarning(issue) ? "warning" : "error",
      code: issue.code,
      facts: JSON.stringify(factsOf(issue)),
    })),
  );

function factsOf({ code, at, ...facts }: Issue) {
  const pinned = Object.entries(facts).filter(([name]) => !OF_ALL_COLUMNS.has(name));
  return Object.fromEntries(pinned.sort(([a], [b]) => byCodeUnit(a, b)));
}
