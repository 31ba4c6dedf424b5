import type { Dropped, Remark } from "#pipeline/intake/taken-in.ts";
import { takeCharts } from "./charts.ts";
import { type Row, textOf } from "./lines.ts";
import type { PageContent } from "./page-content.ts";
import { takeRuledTables } from "./ruled-tables.ts";

export interface SetApart {
  readonly pages: readonly PageContent[];
  readonly apart: readonly Dropped[];
}

/** Takes out of the pages what would be cut into columns like text: tables that lines are drawn between, and charts. */
export function setApart(contents: readonly PageContent[]): SetApart {
  const apart: Dropped[] = [];
  const pages = contents.map((page) => {
    const { content: rest, tables } = takeRuledTables(page);
    const { content, charts } = takeCharts(rest);
    apart.push(...tables.map(({ rows }) => droppedRows("table", page.page, rows)));
    apart.push(...charts.map(({ rows }) => droppedRows("chart", page.page, rows)));
    return content;
  });
  return { pages, apart };
}

/** The rows of a table or a chart that is left out, a line each. */
export const droppedRows = (rule: "table" | "chart", page: number, rows: readonly Row[]): Dropped => ({
  text: rows.map(({ runs }) => textOf(runs).text).join("\n"),
  page,
  rule,
});

/** Says of each table and chart that it is left out, and how many lines it has. */
export const remarksOnDropped = (dropped: readonly Dropped[]): Remark[] =>
  dropped
    .filter(({ rule }) => rule === "table" || rule === "chart")
    .map(({ text, page, rule }) => ({ code: `${rule}-left-out`, page, detail: String(text.split("\n").length) }));
