import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { type Statement, statementsOf } from "../release/statements.ts";
import { codeLink } from "./code-link.ts";
import { columnLink } from "./column-link.ts";
import { isAboutCommunity } from "./people.ts";
import { saidMark } from "./said.ts";
import { sourceMark, sourceName } from "./source-marks.ts";
import { dataTable } from "./table.ts";

/** Who says so: the claims of a record, with a row for each coded column and a column for each statement. */
export function claimTable(table: string, row: Cells, context: PageContext): Piece {
  const { view, words } = context;
  const said = words.recordPage;
  const statements = statementsOf(table, row, view);
  if (statements.length === 0) return null;
  const mark = saidMark(row, context);
  const says = isAboutCommunity(row, view)
    ? (statement: Statement, text: string) => words.records.says(sourceName(statement.sourceId, view), text)
    : (_: Statement, text: string) => text;
  return html`<h2>${said.claimsTitle}</h2><p>${said.claimsNote}</p>
${dataTable({
  caption: said.claimsCaption,
  heads: [
    { text: said.column },
    ...statements.map(({ sourceId, evidence, isLead }) => ({
      text: html`${sourceMark(sourceId, evidence, view)}${isLead && html` <span class="tag">${said.leading}</span>`}`,
    })),
  ],
  rows: columnsOf(table, statements, view).map((column) => [
    columnLink(table, column, view),
    ...statements.map((statement) => {
      const claim = statement.claims.get(column);
      return claim === undefined
        ? ""
        : claimCell(claim, { value: says(statement, valueInWords(table, claim, view)), mark }, context);
    }),
  ]),
})}`;
}

/** The claimed columns in the order of the table; those that are published in parts, such as an amount, at the end. */
function columnsOf(table: string, statements: readonly Statement[], view: ReleaseView): string[] {
  const claimed = new Set(statements.flatMap(({ claims }) => [...claims.keys()]));
  const published = view.table(table)?.columns.map(({ name }) => name) ?? [];
  return [
    ...published.filter((name) => claimed.has(name)),
    ...[...claimed].filter((name) => !published.includes(name)),
  ];
}

function valueInWords(table: string, { column = "", value = "" }: Cells, view: ReleaseView): string {
  const { codelist = "", refers_to: refersTo = "" } = view.column(table, column) ?? {};
  if (codelist !== "")
    return value
      .split("; ")
      .map((code) => view.label(codelist, code))
      .join("; ");
  const named = refersTo === "" ? null : view.find(refersTo.slice(0, refersTo.indexOf(".")), value);
  return named?.name || value;
}

/** A value as it is shown, and the mark of what is said about a community. */
interface SaidValue {
  readonly value: string;
  readonly mark: Piece;
}

function claimCell({ status = "", rule = "" }: Cells, { value, mark }: SaidValue, context: PageContext): Html {
  const { view, words } = context;
  const { recordPage: said } = words;
  return html`<span${mark}>${value}</span><br><span class="status ${status}">${said.status[status]} ${view.label("claim_status", status)}</span>${
    rule !== "" && html` <span class="rule">${codeLink({ codelist: "rule", code: rule }, view)}</span>`
  }`;
}
