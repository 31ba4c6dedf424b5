import { eventProfile } from "#schemas/events/profiles.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { codeLink } from "./code-link.ts";
import { grouped } from "./grouped.ts";
import { dataTable } from "./table.ts";

/** The decided links of a record to events, and the counts beside its claim; nothing if there are none. */
export const besideEventData = (table: string, id: string, context: PageContext): Html =>
  html`${linksTable(rowsAbout("event_links", table, id, context), context)}
${countsTable(rowsAbout("event_counts", table, id, context), context)}`;

/** The tables of event data that have rows about the record. */
export const eventTablesAbout = (table: string, id: string, context: PageContext): string[] =>
  ["event_links", "event_counts"].filter((name) => rowsAbout(name, table, id, context).length > 0);

const rowsAbout = (name: string, table: string, id: string, { view }: PageContext): readonly Cells[] =>
  view.where(name, "record_id", id).filter((row) => row.table === table);

function linksTable(rows: readonly Cells[], context: PageContext): Piece {
  const said = context.words.eventData;
  const { source, event, verdict, distance, gap, decided, reason } = said.linkHeads;
  const number = (text: string) => ({ text, isNumber: true });
  return (
    rows.length > 0 &&
    html`<h2>${said.linksTitle}</h2><p>${said.linksNote}</p>
${dataTable({
  caption: said.linksCaption,
  heads: [
    ...[{ text: source }, { text: event }, { text: verdict }],
    ...[number(distance), number(gap)],
    ...[{ text: decided }, { text: reason }],
  ],
  rows: rows.map((row) => [
    editionOf(row, context),
    html`<code>${row.event_id}</code>`,
    codeLink({ codelist: "link_verdict", code: row.verdict ?? "" }, context.view),
    numberOf(row.distance_m),
    numberOf(row.gap_days),
    row.coder || codeLink({ codelist: "link_decided_by", code: row.decided_by ?? "" }, context.view),
    row.reason,
  ]),
})}`
  );
}

function countsTable(rows: readonly Cells[], context: PageContext): Piece {
  const said = context.words.eventData;
  const { source, query, definition, area, first, last, counted, vague, reason } = said.countHeads;
  const number = (text: string) => ({ text, isNumber: true });
  return (
    rows.length > 0 &&
    html`<h2>${said.countsTitle}</h2><p>${said.countsNote}</p>
${dataTable({
  caption: said.countsCaption,
  heads: [
    ...[source, query, definition, area, first, last].map((text) => ({ text })),
    ...[number(counted), number(vague)],
    { text: reason },
  ],
  rows: rows.map((row) => [
    editionOf(row, context),
    html`<code>${row.query}</code>`,
    codeLink({ codelist: "count_definition", code: row.definition ?? "" }, context.view),
    row.area,
    row.window_first,
    row.window_last,
    numberOf(row.counted),
    numberOf(row.n_vague),
    row.reason,
  ]),
})}`
  );
}

const numberOf = (cell: string | undefined) => (cell === undefined || cell === "" ? "" : grouped(Number(cell)));

/** The event data and their edition, with a link to where they are, if their profile is known. */
function editionOf({ event_source: source = "", event_edition: edition = "" }: Cells, { words }: PageContext): Html {
  const profile = eventProfile(source);
  const name = words.eventData.edition(profile?.title ?? source, edition);
  return profile === null ? html`${name}` : html`<a href="${profile.url}">${name}</a>`;
}
