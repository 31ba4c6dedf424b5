import { codePage, columnPage, pages, releaseFile } from "../addresses.ts";
import { html, joined } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { dataTable } from "../parts/table.ts";
import type { Cells } from "../release/release-view.ts";

/** Where to find what each table, column and code means. */
export function codebookPage(
  { view, words: { codebook } }: PageContext,
  lists: ReadonlyMap<string, readonly Cells[]>,
): Page {
  const heads = codebook.tablesHeads;
  return {
    address: pages.codebook,
    title: codebook.title,
    lead: codebook.lead,
    content: html`<p><a href="${releaseFile(view.version, "CODEBOOK.md")}">${codebook.whole}</a> ${codebook.wholeNote}</p>
<h2>${codebook.tablesTitle}</h2>
${dataTable({
  caption: codebook.tablesCaption,
  heads: [{ text: heads.table }, { text: heads.row }, { text: heads.columns, isNumber: true }],
  rows: view.tables.map(({ name, title, description, columns }) => [
    html`<a href="${columnPage(name)}">${title}</a>`,
    description,
    columns.length,
  ]),
})}
<h2>${codebook.listsTitle}</h2>
${dataTable({
  caption: codebook.listsCaption,
  heads: [
    { text: codebook.listsHeads.list },
    { text: codebook.listsHeads.codes, isNumber: true },
    { text: codebook.listsHeads.columns },
  ],
  rows: [...lists].map(([list, users]) => [
    html`<a href="${codePage(list)}">${list}</a>`,
    view.where("codelists", "codelist", list).length,
    joined(
      users.map(({ table = "", column = "" }) => `${table}.${column}`),
      ", ",
    ),
  ]),
})}`,
    limits: [],
    tables: ["columns", "codelists"],
  };
}
