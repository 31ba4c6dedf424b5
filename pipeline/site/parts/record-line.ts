import { splitList } from "#pipeline/core/row.ts";
import { whenBesideTitle } from "#pipeline/core/titles/record-title.ts";
import { type Html, html, joined } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { pageOf } from "./links.ts";
import { asSaid, saidMark, saidTitle } from "./said.ts";
import { sourceMarks } from "./source-marks.ts";

interface Line {
  readonly table: string;
  readonly row: Cells;
  /** What to call the row, if not its title. */
  readonly text?: string;
}

/**
 * A record as a line of a list: its words as a link, its description, when, whether sources agree, and who says so. A
 * line on a community is what a source says.
 */
export function recordLine({ table, row, text }: Line, context: PageContext): Html {
  const { view, words } = context;
  const id = row[view.table(table)?.key[0] ?? ""] ?? "";
  const said = text === undefined ? saidTitle(table, row, context) : asSaid(text, row, context);
  const date = whenBesideTitle(table, row, words);
  const agreement = words.records.agreementShort[row.agreement ?? ""] ?? "";
  const disputes = joined(
    splitList(row.disagreement_ids).map(
      (one) => html`<a href="${pageOf("disagreements", one, view)}" title="${one}">${words.records.disputed}</a>`,
    ),
    ", ",
  );
  return html`<li><a href="${pageOf(table, id, view)}"${saidMark(row, context)}>${said}</a>${row.description && html`: ${row.description}`} ${
    date !== "" && html`<span class="when">${date}</span>, `
  }<span class="muted">${agreement}${agreement !== "" && ": "}</span>${sourceMarks(row, view)}${row.disagreement_ids && html`; ${disputes}`}</li>`;
}
