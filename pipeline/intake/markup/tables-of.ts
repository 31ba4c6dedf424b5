import { hasWords, tidyText } from "#pipeline/intake/tidy-text.ts";
import type { TakenTable } from "../taken-in.ts";
import type { DomElement } from "./dom.ts";
import { innerText } from "./inner-text.ts";

/** A cell with more characters on average holds paragraphs: the table arranges a page. */
const LONGEST_CELL = 400;

/** A table of data, and its element. */
export interface MarkedTable extends TakenTable {
  readonly element: DomElement;
}

/** The tables of data below an element, without the `skipped` marks of notes. A table that only arranges a page is not one of them. */
export function tablesOf(root: DomElement, skipped: ReadonlySet<DomElement>): MarkedTable[] {
  return [...root.querySelectorAll("table")].flatMap((element): MarkedTable[] => {
    const rows = rowsOf(element, skipped);
    if (!isOfData(element, rows)) return [];
    const caption = element.querySelector("caption");
    return [{ element, page: null, caption: caption === null ? null : innerText(caption, skipped), rows }];
  });
}

/** A cell over several columns or rows stands in its first place, and the others are empty. */
function rowsOf(table: DomElement, skipped: ReadonlySet<DomElement>): string[][] {
  const rows: string[][] = [];
  const taken = new Set<string>();
  [...table.querySelectorAll("tr")].forEach((row, at) => {
    const cells: string[] = [];
    for (const cell of [...row.querySelectorAll("th, td")]) {
      while (taken.has(`${at} ${cells.length}`)) cells.push("");
      const across = spanOf(cell, "colspan");
      const start = cells.length;
      for (let down = 1; down < spanOf(cell, "rowspan"); down += 1)
        for (let right = 0; right < across; right += 1) taken.add(`${at + down} ${start + right}`);
      cells.push(innerText(cell, skipped), ...Array.from({ length: across - 1 }, () => ""));
    }
    rows.push(cells);
  });
  const filled = rows.filter((cells) => cells.some(hasWords));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  return filled.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => "")]);
}

/** Bounded, so that a number in the markup cannot fill the memory. */
const MOST_SPANNED = 100;

const spanOf = (cell: DomElement, name: string) =>
  Math.min(MOST_SPANNED, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));

/** A table of which more letters are in links leads elsewhere. */
const MOST_LINKED = 0.5;

/** Tables that have nothing but links, such as those to the pages before and after. */
export const tablesOfLinks = (root: DomElement): DomElement[] =>
  [...root.querySelectorAll("table")].filter((table) => table.querySelector("p, table") === null && isOfLinks(table));

function isOfLinks(table: DomElement): boolean {
  const letters = (element: DomElement) => tidyText(element.textContent ?? "").length;
  const linked = [...table.querySelectorAll("a[href]")].reduce((sum, link) => sum + letters(link), 0);
  return linked > 0 && linked > letters(table) * MOST_LINKED;
}

function isOfData(table: DomElement, rows: readonly (readonly string[])[]): boolean {
  if (["presentation", "none"].includes(table.getAttribute("role") ?? "")) return false;
  if (table.querySelector("table") !== null || isOfLinks(table)) return false;
  const cells = rows.flat().filter((cell) => cell !== "");
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.length < 2) return false;
  return cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length <= LONGEST_CELL;
}
