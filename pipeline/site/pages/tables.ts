import { csvPath } from "#pipeline/core/csv-path.ts";
import { pages, releaseFile, tablePage } from "../addresses.ts";
import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { grouped } from "../parts/grouped.ts";
import { dataTable } from "../parts/table.ts";

/** The list of all tables. */
export function tablesPage({ view, words: { tables } }: PageContext): Page {
  const { table, row, rows, columns, file } = tables.indexHeads;
  return {
    address: pages.tables,
    title: tables.indexTitle,
    lead: tables.indexLead,
    content: dataTable({
      caption: tables.indexCaption,
      heads: [
        { text: table },
        { text: row },
        { text: rows, isNumber: true },
        { text: columns, isNumber: true },
        { text: file },
      ],
      rows: view.tables.map((one) => [
        html`<a href="${tablePage(one.name)}">${one.title}</a>`,
        one.description,
        grouped(one.rows.length),
        one.columns.length,
        html`<a href="${releaseFile(view.version, csvPath(one.name))}" download>${one.name}.csv</a>`,
      ]),
    }),
    limits: tables.limits.slice(0, 1),
    tables: [],
  };
}
