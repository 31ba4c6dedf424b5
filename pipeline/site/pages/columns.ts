import { groupBy } from "#pipeline/core/group-by.ts";
import { codePage, columnPage, tablePage } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { codeLink } from "../parts/code-link.ts";
import { grouped } from "../parts/grouped.ts";
import { prose } from "../prose.ts";
import type { Cells, ReleaseTable } from "../release/release-view.ts";

/** What each column of a table means. */
export function columnsPage(table: ReleaseTable, context: PageContext): Page {
  const { codebook } = context.words;
  return {
    address: columnPage(table.name),
    title: codebook.columnsTitle(table.title),
    lead: html`${codebook.columnsLead(table.description, table.columns.length)} <a href="${tablePage(table.name)}">${codebook.toTable}</a>`,
    content: html`${table.columns.map(({ name }) => oneColumn(table, name, context))}`,
    limits: [],
    tables: ["columns"],
    section: "codebook",
  };
}

function oneColumn(table: ReleaseTable, name: string, { view, words: { codebook } }: PageContext): Html {
  const column = view.column(table.name, name) ?? {};
  const { facts } = codebook;
  const filled = table.rows.filter((row) => (row[name] ?? "") !== "").length;
  const answer = (flag: string | undefined) => (flag === "TRUE" ? codebook.yes : codebook.no);
  const listed: readonly (readonly [title: string, fact: Piece])[] = [
    [facts.type, column.type],
    [facts.unit, column.unit],
    [facts.codelist, column.codelist && html`<a href="${codePage(column.codelist)}">${column.codelist}</a>`],
    [facts.refersTo, column.refers_to && reference(column.refers_to)],
    [facts.rule, column.rule && codeLink({ codelist: "rule", code: column.rule }, view)],
    [facts.isKey, column.is_key === "TRUE" && codebook.yes],
    [facts.isRequired, column.is_required && answer(column.is_required)],
    [facts.filled, codebook.filledCells(grouped(filled), grouped(table.rows.length))],
    [facts.example, column.example && html`<code>${column.example}</code>`],
  ];
  return html`<section id="${name}"><h2><code>${name}</code>${column.title && html` ${column.title}`}</h2>
<p>${prose(column.description ?? "")}</p>
<dl class="facts">${listed.filter(([, fact]) => fact).map(([title, fact]) => html`<dt>${title}</dt><dd>${fact}</dd>`)}</dl></section>\n`;
}

function reference(refersTo: string): Html {
  const [table = "", column = ""] = refersTo.split(".");
  return html`<a href="${columnPage(table, column)}">${refersTo}</a>`;
}

/** The columns that take their codes from each list, by list. */
export const usersOfLists = (columns: readonly Cells[]): ReadonlyMap<string, readonly Cells[]> =>
  groupBy(
    columns.filter(({ codelist = "" }) => codelist !== ""),
    ({ codelist = "" }) => codelist,
  );
