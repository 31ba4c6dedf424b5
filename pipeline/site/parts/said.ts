import { whoseWords } from "#pipeline/core/communities.ts";
import { splitList } from "#pipeline/core/row.ts";
import { titleOf } from "#pipeline/core/titles/record-title.ts";
import { Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { rowTold } from "../release/row-told.ts";
import { isAboutCommunity } from "./people.ts";
import { sourceName } from "./source-marks.ts";

/** Marks what a source says about a community. A page that has such a line carries the caution (see `frame.ts`). */
export const SAID = ' class="said"';

/** The mark, if the row is about a community. */
export const saidMark = (row: Cells, { view }: PageContext): Piece => isAboutCommunity(row, view) && new Html(SAID);

/** Words about a row. If it is about a community, they are what its source says, and not the voice of the dataset. */
export function asSaid(text: string, row: Cells, context: PageContext): string {
  const { view, words } = context;
  if (!isAboutCommunity(row, view)) return text;
  // A question has several answers, so no source asks it.
  if (row.question !== undefined) return words.records.differ(sourcesOf(row, view), text);
  const sayer = sayerOf(row, context);
  return row.attributed_to ? words.records.saysThat(sayer, row.attributed_to, text) : words.records.says(sayer, text);
}

/** The same, marked. */
export const said = (text: string, row: Cells, context: PageContext): Piece =>
  isAboutCommunity(row, context.view) ? html`<span${new Html(SAID)}>${asSaid(text, row, context)}</span>` : text;

/** A cell with words, said in this way if they are the source's: those of coders are on what it says. */
export function saidCell(column: string, row: Cells, context: PageContext): Piece {
  const cell = row[column] ?? "";
  const whose = whoseWords(column, row);
  if (whose === null || cell === "" || !isAboutCommunity(row, context.view)) return cell;
  if (whose === "source") return said(cell, row, context);
  return html`<span${new Html(SAID)}>${context.words.records.onSaid(sayerOf(row, context), cell)}</span>`;
}

/** The title of a row, said in this way. */
export const saidTitle = (table: string, row: Cells, context: PageContext): string =>
  asSaid(titleOf(table, row, context.view, context.words), row, context);

/** Who says what a row tells: its leading source, or that of the record of which it tells. */
export function sayerOf(row: Cells, { view, words }: PageContext): string {
  const leadOf = (one: Cells) => one.source_id || one.lead_source_id || splitList(one.source_ids)[0] || "";
  const lead = leadOf(row) || leadOf(rowTold(row, view) ?? {});
  return lead === "" ? words.records.someSource : sourceName(lead, view);
}

const sourcesOf = (row: Cells, view: ReleaseView): string[] =>
  splitList(row.source_ids).map((id) => sourceName(id, view));
