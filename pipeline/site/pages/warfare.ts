import { splitList } from "#pipeline/core/row.ts";
import { withoutAccents } from "#pipeline/core/without-accents.ts";
import {
  countWarfare,
  NOWHERE,
  SEVERAL,
  type WarfareMatrix,
  type WarfareRecord,
  warfareMatrices,
  warfareRecords,
} from "#pipeline/drawing/warfare-matrix.ts";
import { pages } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { codeLink } from "../parts/code-link.ts";
import { heading } from "../parts/heading.ts";
import { type Listing, lines, listings } from "../parts/listing.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { recordLine } from "../parts/record-line.ts";
import { dataTable } from "../parts/table.ts";

/** Tactics by place, denial and resourcing apart, incidents and patterns told apart. */
export function warfarePages(context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { warfare } = words;
  const matrices = warfareMatrices(view.rows);
  const records = warfareRecords(view.rows);
  const lists = [
    counts({ column: "purposes", codelist: "purpose", title: warfare.purposesTitle, records }, context),
    counts({ column: "targets", codelist: "target", title: warfare.targetsTitle, records }, context),
    listings(
      matrices.map((matrix) => rowsOfMatrix(matrix, context)),
      (shown) => html`${shown}`,
    ),
  ];
  return numberedPages(
    {
      address: pages.warfare,
      title: warfare.title,
      lead: warfare.lead,
      head: (hrefOf) => html`<p>${warfare.countNote}</p>
${matrices.map((matrix) => html`<h2>${view.label("mode", matrix.mode)}</h2>${matrixTable({ matrix, hrefOf }, context)}`)}
`,
      listing: listings(lists, (shown) => joined(shown, "\n")),
      limits: warfare.limits,
      tables: ["economic_warfare_incidents", "economic_warfare_patterns"],
      section: "warfare",
    },
    words,
  );
}

interface MatrixOfPage {
  readonly matrix: WarfareMatrix;
  /** Leads to the rows of a cell. */
  readonly hrefOf: (anchor: string) => string;
}

function matrixTable({ matrix, hrefOf }: MatrixOfPage, { view, words: { warfare } }: PageContext): Html {
  const { mode, tactics, columns, at } = matrix;
  return dataTable({
    caption: warfare.matrixCaption(view.label("mode", mode)),
    heads: [
      { text: warfare.tactic },
      ...columns.map((column) => ({ text: columnName(column, warfare), isNumber: true })),
      { text: warfare.total, isNumber: true },
    ],
    rows: tactics.map((tactic) => [
      codeLink({ codelist: "tactic", code: tactic }, view),
      ...columns.map((column) => countLink(at(tactic, column), hrefOf(anchorOf(mode, tactic, column)), warfare)),
      countLink(
        columns.flatMap((column) => at(tactic, column)),
        hrefOf(`${mode}-${tactic}`),
        warfare,
      ),
    ]),
  });
}

type WarfareWords = PageContext["words"]["warfare"];

const columnName = (column: string, words: WarfareWords): string =>
  column === NOWHERE ? words.noPlace : column === SEVERAL ? words.severalCountries : column;

/** An anchor without spaces or accents. */
const anchorOf = (mode: string, tactic: string, column: string) =>
  `${mode}-${tactic}-${withoutAccents(column)
    .replaceAll(/[^A-Za-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "")}`;

function countLink(records: readonly WarfareRecord[], href: string, words: WarfareWords): Piece {
  if (records.length === 0) return "";
  const { incidents, patterns } = countWarfare(records);
  return html`<a href="${href}">${words.cell(incidents, patterns)}<span class="hidden-words"> (${words.inWords(incidents, patterns)})</span></a>`;
}

function rowsOfMatrix({ mode, tactics, columns, at }: WarfareMatrix, context: PageContext): Listing<Html> {
  const { view, words } = context;
  const place = (tactic: string, column: string) => {
    const anchor = anchorOf(mode, tactic, column);
    const title = columnName(column, words.warfare);
    const list = lines(
      at(tactic, column),
      (records, isStart) =>
        html`${heading({ anchor, title, isStart, level: "h4" }, words)}<ul>${records.map((record) => recordLine(record, context))}</ul>`,
    );
    return listings([list], (shown) => html`${shown}`, anchor);
  };
  const ofTactic = (tactic: string) => {
    const anchor = `${mode}-${tactic}`;
    const title = view.label("tactic", tactic);
    return listings(
      columns.filter((column) => at(tactic, column).length > 0).map((column) => place(tactic, column)),
      (shown, isStart) => html`<section>${heading({ anchor, title, isStart, level: "h3" }, words)}${shown}</section>\n`,
      anchor,
    );
  };
  return listings(
    tactics.map(ofTactic),
    (shown, isStart) => html`${heading({ title: words.warfare.rowsTitle(view.label("mode", mode)), isStart }, words)}
${shown}`,
  );
}

interface Counted {
  /** A column with a list of codes. */
  readonly column: "purposes" | "targets";
  readonly codelist: string;
  readonly title: string;
  readonly records: readonly WarfareRecord[];
}

/** How many rows name each code of a list, with the rows. */
function counts({ column, codelist, title, records }: Counted, context: PageContext): Listing<Html> {
  const { view, words } = context;
  const { code, rows, of } = words.warfare.countsHeads;
  const codes = view
    .where("codelists", "codelist", codelist)
    .map((entry) => ({
      ...{ code: entry.code ?? "" },
      found: records.filter(({ row }) => splitList(row[column]).includes(entry.code ?? "")),
    }))
    .filter(({ found }) => found.length > 0);
  const rowOf = (name: string, found: readonly WarfareRecord[]): Listing<Piece[]> => {
    const { incidents, patterns } = countWarfare(found);
    return lines(found, (shown) => [
      codeLink({ codelist, code: name }, view),
      words.warfare.cell(incidents, patterns),
      html`<details><summary>${words.warfare.inWords(incidents, patterns)}</summary><ul>${shown.map((record) => recordLine(record, context))}</ul></details>`,
    ]);
  };
  return listings(
    codes.map(({ code: name, found }) => rowOf(name, found)),
    (shown, isStart) => html`${heading({ title, isStart }, words)}
${dataTable({
  caption: words.warfare.countsCaption(title),
  heads: [{ text: code }, { text: rows, isNumber: true }, { text: of }],
  rows: shown,
})}`,
  );
}
