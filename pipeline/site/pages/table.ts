import { byColumns } from "#pipeline/core/order.ts";
import { columnsOf } from "#schemas/column.ts";
import { isForPrograms } from "#schemas/column-aspect.ts";
import { isPublishedTable, publishedTable } from "#schemas/published-tables.ts";
import { columnPage, tablePage } from "../addresses.ts";
import { Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { cellsOfColumn } from "../parts/cell-links.ts";
import { grouped } from "../parts/grouped.ts";
import { MOST_LINES } from "../parts/listing.ts";
import { type NumberedPart, partLinks, partsOf } from "../parts/numbered-pages.ts";
import { isAboutCommunity } from "../parts/people.ts";
import { SAID, sayerOf } from "../parts/said.ts";
import { scrollRegion } from "../parts/table.ts";
import { tableControls } from "../parts/table-controls.ts";
import type { Cells, ReleaseTable, ReleaseView } from "../release/release-view.ts";

/** The most cells with a value that a page holds: it must stay light enough for a slow line. */
const MOST_CELLS = 16_000;

/** A column as a page shows it. */
export interface ShownColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** Whether it is hidden at first: a column for programs, or without any value. */
  readonly isFolded: boolean;
  /** The codes that its cells have, if it has codes. */
  readonly codes: readonly string[];
}

/** The pages of one table: one, or several if it is long. */
export function* tablePages(table: ReleaseTable, context: PageContext): Generator<Page> {
  const rows = inReadingOrder(table);
  const columns = columnsToShow(table, context.view);
  const parts = partsOf(rows.length, rowsOfAPage(table));
  for (const part of parts)
    yield tablePart({ ...part, table, columns, nParts: parts.length, rows: rows.slice(part.from, part.to) }, context);
}

interface TablePart extends NumberedPart {
  readonly table: ReleaseTable;
  readonly columns: readonly ShownColumn[];
  readonly nParts: number;
  readonly rows: readonly Cells[];
}

function tablePart(part: TablePart, context: PageContext): Page {
  const { table, number, nParts, from, to, rows } = part;
  const { tables } = context.words;
  const all = grouped(table.rows.length);
  const which = nParts === 1 ? "" : tables.part(grouped(from + 1), grouped(to), all);
  const caption = tables.caption(table.title, which);
  const addresses = Array.from({ length: nParts }, (_, at) => tablePage(table.name, at + 1));
  return {
    address: tablePage(table.name, number),
    title: caption,
    lead: tables.lead(table.description, all),
    content: html`<p>${tables.note}</p>
${
  nParts > 1 &&
  html`<p>${tables.parts}</p>
${partLinks({ title: tables.partsTitle, addresses, number })}`
}
${rows.length === 0 ? html`<p>${tables.empty}</p>` : html`${tableControls({ ...part, hasSaid: rows.some((row) => isAboutCommunity(row, context.view)) }, context)}${rowsTable(part, caption, context)}`}`,
    limits: tables.limits,
    tables: [table.name],
    section: "tables",
    isWide: true,
    isListed: table.name !== "actors" && number === 1,
  };
}

function rowsTable({ table, columns, rows }: TablePart, caption: string, context: PageContext): Html {
  const { view } = context;
  const shown = columns.map((column) => ({ ...column, show: cellsOfColumn(table.name, column.name, view) }));
  const cell = (content: Piece, isNumber: boolean) =>
    isNumber ? html`<td class="number">${content}</td>` : html`<td>${content}</td>`;
  return scrollRegion(
    caption,
    html`<table class="rows" id="rows"><caption>${caption}</caption>
<thead><tr>${columns.map(({ name, isNumber }) => html`<th scope="col" data-name="${name}"${isNumber && html` class="number"`}><a href="${columnPage(table.name, name)}">${name}</a></th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr>${shown.map(({ name, isNumber, show }, at) => {
      const value = row[name] ?? "";
      const content = value === "" ? "" : show(value, row);
      return at === 0 ? rowHead({ row, value, content }, context) : cell(content, isNumber);
    })}</tr>\n`,
)}</tbody></table>`,
  );
}

interface HeadOfRow {
  readonly row: Cells;
  readonly value: string;
  readonly content: Piece;
}

/** The first cell. It says whose words a row on a community has; the script takes the cell of the file from `data-value`. */
const rowHead = ({ row, value, content }: HeadOfRow, context: PageContext): Html =>
  isAboutCommunity(row, context.view)
    ? html`<th scope="row" data-value="${value}">${content} <span${new Html(SAID)}>${context.words.records.saysInRow(sayerOf(row, context))}</span></th>`
    : html`<th scope="row">${content}</th>`;

/** Rows by hash mean nothing in their order; people read them by what they are about. */
function inReadingOrder({ name, rows, key }: ReleaseTable): readonly Cells[] {
  const readBy = isPublishedTable(name) ? publishedTable(name).readBy : [];
  return readBy.length === 0 ? rows : rows.toSorted(byColumns([...readBy, ...key]));
}

function columnsToShow({ name: table, columns, rows }: ReleaseTable, view: ReleaseView): ShownColumn[] {
  const known = new Map(
    isPublishedTable(table) ? columnsOf(publishedTable(table).row).map((column) => [column.name, column]) : [],
  );
  return columns.map(({ name, type }, at) => {
    const filled = new Set(rows.map((row) => row[name] ?? "").filter((cell) => cell !== ""));
    const words = known.get(name);
    const hasCodes = (view.column(table, name)?.codelist ?? "") !== "" && filled.size <= 60 && !type.endsWith("list");
    return {
      name,
      isNumber: type === "integer" || type === "number",
      isFolded: at > 0 && (filled.size === 0 || (words !== undefined && isForPrograms(words))),
      codes: hasCodes ? [...filled].sort() : [],
    };
  });
}

/** As many rows as keep the page within its limits, by the number of cells with a value. */
function rowsOfAPage({ columns, rows }: ReleaseTable): number {
  const filled = rows.reduce((sum, row) => sum + columns.filter(({ name }) => row[name] !== "").length, 0);
  const cellsOfARow = rows.length === 0 ? 1 : filled / rows.length;
  return Math.max(1, Math.min(MOST_LINES, Math.floor(MOST_CELLS / cellsOfARow)));
}
