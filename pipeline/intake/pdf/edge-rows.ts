import { groupBy } from "#pipeline/core/group-by.ts";
import { type Row, rowsOf, textOf } from "./lines.ts";
import type { PageContent } from "./page-content.ts";

/** So many rows at the top and at the bottom of a page may be running heads and feet. */
const DEEPEST = 4;
/** Part of the page, from the top or the bottom, in which heads and feet stand. */
const ZONE = 0.16;

/** A row at the top or the bottom of a page. */
export interface EdgeRow {
  readonly page: number;
  readonly at: "top" | "bottom";
  /** 0 for the outermost row. */
  readonly depth: number;
  readonly row: Row;
  readonly text: string;
  /** The text without what changes from page to page. */
  readonly pattern: string;
}

/** The rows at the edges of all pages, found by what they say and by their page. */
export interface EdgeRows {
  readonly all: readonly EdgeRow[];
  readonly byPattern: ReadonlyMap<string, readonly EdgeRow[]>;
  readonly byPage: ReadonlyMap<number, readonly EdgeRow[]>;
}

export function edgeRowsOf(pages: readonly PageContent[]): EdgeRows {
  const all = pages.flatMap(edgeRows);
  return { all, byPattern: groupBy(all, ({ pattern }) => pattern), byPage: groupBy(all, ({ page }) => page) };
}

/** The neighbours of a row on its page: the one nearer to the edge, and the one nearer to the text. */
export function rowsBeside(row: EdgeRow, { byPage }: EdgeRows) {
  const ofPage = (byPage.get(row.page) ?? []).filter(({ at }) => at === row.at);
  return {
    outer: ofPage.find(({ depth }) => depth === row.depth - 1),
    inner: ofPage.find(({ depth }) => depth === row.depth + 1),
  };
}

function edgeRows({ page, height, runs }: PageContent): EdgeRow[] {
  const rows = rowsOf(runs);
  const edge = (row: Row, at: "top" | "bottom", depth: number): EdgeRow => {
    const { text } = textOf(row.runs);
    const pattern = text
      .toLowerCase()
      .replace(/\p{N}+/gu, "#")
      .replace(/(?<![\p{L}])[ivxl]+(?![\p{L}])/gu, "#")
      .replace(/\s+/gu, " ");
    return { page, at, depth, row, text, pattern };
  };
  const top = rows.slice(0, DEEPEST).map((row, depth) => edge(row, "top", depth));
  const bottom = rows.slice(-DEEPEST).reverse();
  return [...top, ...bottom.map((row, depth) => edge(row, "bottom", depth))].filter(({ at, row }) =>
    at === "top" ? row.y < height * ZONE : row.y > height * (1 - ZONE),
  );
}
