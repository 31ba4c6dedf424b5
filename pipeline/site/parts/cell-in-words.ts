import { whoseWords } from "#pipeline/core/communities.ts";
import { splitList } from "#pipeline/core/row.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { html, joined, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { cellsOfColumn } from "./cell-links.ts";
import { codeLink } from "./code-link.ts";
import { pageOf } from "./links.ts";
import { saidCell } from "./said.ts";
import { sourceMarks } from "./source-marks.ts";

interface OneCell {
  readonly table: string;
  readonly column: string;
  readonly row: Cells;
}

/** A cell as people read it: codes and ids by their names, dates in words beside their form in the file. */
export function cellInWords({ table, column, row }: OneCell, context: PageContext): Piece {
  const { view, words } = context;
  const cell = row[column] ?? "";
  const { codelist = "", refers_to: refersTo = "" } = view.column(table, column) ?? {};
  if (column === "evidence" && cell.includes(":")) return sourceMarks(row, view, "all");
  if (codelist !== "")
    return joined(
      splitList(cell).map((code) => codeLink({ codelist, code }, view)),
      "; ",
    );
  if (refersTo !== "") {
    const named = refersTo.slice(0, refersTo.indexOf("."));
    return joined(
      splitList(cell).map((id) => namedLink(named, id, context)),
      "; ",
    );
  }
  if (column === "source_ids" || column === "disagreement_ids") {
    const named = column === "source_ids" ? "source_provenance" : "disagreements";
    return joined(
      splitList(cell).map((id) => namedLink(named, id, context)),
      "; ",
    );
  }
  if (whoseWords(column, row) !== null) return saidCell(column, row, context);
  const inWords = /^date$|^as_of$|^date_published$/u.test(column) ? dateInWords(cell, words.dates) : cell;
  if (inWords !== cell) return html`${inWords} <code>${cell}</code>`;
  return cellsOfColumn(table, column, view)(cell, row);
}

/** The name of a row with its id, so that both can be copied. */
function namedLink(table: string, id: string, { view }: PageContext): Piece {
  const row = view.find(table, id);
  const page = row === null ? null : pageOf(table, id, view);
  return page === null ? id : html`<a href="${page}">${row?.name || id}</a>`;
}
