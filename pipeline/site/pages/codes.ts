import { codePage, columnPage, tablePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { pageOf, recordLink } from "../parts/links.ts";
import { prose } from "../prose.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";

/** Rows that are listed for a code in one column: the rest are in the table. */
const LISTED = 20;

/** What the codes of a list mean, and which rows have them. `users` are the columns that take their codes from it. */
export function codesPage(list: string, users: readonly Cells[], context: PageContext): Page {
  const { view, words } = context;
  const { codebook } = words;
  const columns = joined(
    users.map(({ table = "", column = "" }) => html`<a href="${columnPage(table, column)}">${table}.${column}</a>`),
    ", ",
  );
  return {
    address: codePage(list),
    title: codebook.listTitle(list),
    lead: html`${codebook
      .listLead("\u0000")
      .split("\u0000")
      .map((part, at) => (at === 0 ? part : [columns, part]))}`,
    content: html`${view.where("codelists", "codelist", list).map((code) => oneCode(code, users, context))}`,
    limits: codebook.limits,
    tables: ["codelists"],
    section: "codebook",
    // The rows with a role or relation name persons.
    isListed: false,
  };
}

function oneCode(
  { code = "", label = "", definition = "" }: Cells,
  users: readonly Cells[],
  context: PageContext,
): Html {
  const { codebook } = context.words;
  const used = users.flatMap((user): Piece[] => {
    const { table = "", column = "" } = user;
    const rows = rowsWithCode(user, code, context.view);
    return rows.length === 0 ? [] : [rowList({ table, column, code, rows }, context)];
  });
  return html`<section id="${code}"><h2>${label} <code>${code}</code></h2>
<p>${prose(definition)}</p>
${used.length === 0 ? html`<p class="muted">${codebook.unused}</p>` : used}</section>\n`;
}

/** Only tables whose rows have pages are listed: the dictionary and the claims say nothing of their own. */
const rowsWithCode = ({ table = "", column = "" }: Cells, code: string, view: ReleaseView): readonly Cells[] =>
  pageOf(table, "", view) === null ? [] : view.listing(table, column, code);

interface CodeRows {
  readonly table: string;
  readonly column: string;
  readonly code: string;
  readonly rows: readonly Cells[];
}

function rowList({ table, column, code, rows }: CodeRows, context: PageContext): Html {
  const { codebook } = context.words;
  const title = context.view.table(table)?.title ?? table;
  const more =
    rows.length > LISTED &&
    html`<li><a href="${`${tablePage(table)}#${column}=${encodeURIComponent(code)}`}">${codebook.more}</a></li>`;
  return html`<details><summary>${codebook.rowsWith(rows.length)}: ${codebook.inColumn(title, column)}</summary>
<ul>${rows.slice(0, LISTED).map((row) => html`<li>${recordLink(table, row, context)}</li>`)}${more}</ul></details>`;
}
