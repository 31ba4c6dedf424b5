import { splitList } from "#pipeline/core/row.ts";
import { historyPage } from "../addresses.ts";
import { html, joined, type Piece } from "../html.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { rawCodeLink } from "./code-link.ts";
import { pageOf } from "./links.ts";

/** Shows a cell of a column as the CSV file has it, with links. Several items stay one text joined by `; `. */
export type ShowCell = (cell: string, row: Cells) => Piece;

/** How the cells of a column are shown: ids lead to their page, and codes to their meaning. */
export function cellsOfColumn(table: string, column: string, view: ReleaseView): ShowCell {
  const { codelist = "", refers_to: refersTo = "" } = view.column(table, column) ?? {};
  const isList =
    view
      .table(table)
      ?.columns.find(({ name }) => name === column)
      ?.type.endsWith("list") ?? false;
  const each = (show: (item: string) => Piece) => (cell: string) =>
    isList ? joined(splitList(cell).map(show), "; ") : show(cell);
  if (codelist !== "") return each((code) => rawCodeLink({ codelist, code }, view));
  if (refersTo !== "") return each((id) => linkedId(refersTo.slice(0, refersTo.indexOf(".")), id, view));
  if (column === view.table(table)?.key[0]) return (cell) => linkedId(table, cell, view);
  if (table === "retired" && column === "record_id") return (cell) => html`<a href="${historyPage(cell)}">${cell}</a>`;
  if (column === "record_id") return (cell, row) => linkedId(row.table ?? table, cell, view);
  return (cell) => cell;
}

/** An id that the release does not have, such as that of a retired row, is no link. */
function linkedId(table: string, id: string, view: ReleaseView): Piece {
  const page = view.find(table, id) === null ? null : pageOf(table, id, view);
  return page === null ? id : html`<a href="${page}">${id}</a>`;
}
