import { Html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import { titleOf } from "../record-title.ts";
import type { Cells } from "../release/release-view.ts";
import { isAboutCommunity } from "./people.ts";
import { sourceName } from "./source-marks.ts";

/** Marks what a source says about a community. A page that has such a line carries the caution (see `frame.ts`). */
export const SAID = ' class="said"';

/** The mark, if the row is about a community. */
export const saidMark = (row: Cells, { view }: PageContext): Piece => isAboutCommunity(row, view) && new Html(SAID);

/** Words about a row. If it is about a community, they are what its source says, and not the voice of the dataset. */
export function asSaid(text: string, row: Cells, { view, words }: PageContext): string {
  if (!isAboutCommunity(row, view)) return text;
  const source = row.lead_source_id || (row.source_ids ?? "").split("; ")[0] || "";
  return words.records.says(sourceName(source, view), text);
}

/** The title of a row, said in this way. */
export const saidTitle = (table: string, row: Cells, context: PageContext): string =>
  asSaid(titleOf(table, row, context.view, context.words), row, context);
