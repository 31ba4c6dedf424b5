import { rowCitation } from "#pipeline/core/citation.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import { splitList } from "#pipeline/core/row.ts";
import { columnPage, historyPage, recordPage, sourcePage } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { cellInWords } from "../parts/cell-in-words.ts";
import { claimTable } from "../parts/claim-table.ts";
import { disagreementContent } from "../parts/disagreement.ts";
import { besideEventData, eventTablesAbout } from "../parts/event-data.ts";
import { recordLink } from "../parts/links.ts";
import { saidTitle } from "../parts/said.ts";
import { sourceName } from "../parts/source-marks.ts";
import { dataTable } from "../parts/table.ts";
import type { Cells } from "../release/release-view.ts";
import type { Section } from "../sections.ts";

/** The section of the navigation to which the rows of a table belong. */
const SECTION_OF: Readonly<Record<string, Section>> = {
  expansion_timeline: "timeline",
  economic_warfare_incidents: "warfare",
  economic_warfare_patterns: "warfare",
  events: "timeline",
  actor_profile: "actors",
  actor_names: "actors",
  actor_relations: "actors",
  disagreements: "disagreements",
  cited_works: "sources",
  errata: "sources",
};

/** A record of a release: its cells, who says so, where, who disagrees, and what changed. */
export function recordPageOf(table: string, row: Cells, context: PageContext): Page {
  const { view, words } = context;
  const { recordPage: said } = words;
  const id = row[view.table(table)?.key[0] ?? ""] ?? "";
  const citation = rowCitation(view.version, id);
  const isDisagreement = table === "disagreements";
  return {
    address: recordPage(id),
    title: saidTitle(table, row, context),
    lead: isDisagreement ? said.leadDisagreement : said.lead(view.table(table)?.description ?? ""),
    content: html`<p class="cite-row">${said.citeAs} <code id="row">${citation}</code> <button type="button" data-copies="row" data-done="${words.frame.copied}" hidden>${words.frame.copy}</button> · <a href="${historyPage(id)}">${said.history}</a></p>
<h2>${said.cellsTitle}</h2>
${cells(table, row, context)}
${isDisagreement ? disagreementContent(id, context) : claimTable(table, row, context)}
${sentences(table, row, context)}
${besideEventData(table, id, context)}
${citedBy(table, id, context)}
${disagreements(row, context)}
${slips(row, context)}
${changes(table, id, context)}`,
    limits: said.limits,
    tables: [
      ...[table, isDisagreement ? "disagreement_sides" : "claims", "evidence"],
      ...eventTablesAbout(table, id, context),
    ].filter((name) => view.table(name) !== null),
    ...(SECTION_OF[table] === undefined ? {} : { section: SECTION_OF[table] }),
  };
}

function cells(table: string, row: Cells, context: PageContext): Html {
  const { view, words } = context;
  const columns = view.table(table)?.columns.map(({ name }) => name) ?? [];
  const title = (name: string) => view.column(table, name)?.title || name;
  const linked = (name: string) => html`<a href="${columnPage(table, name)}">${title(name)}</a>`;
  const known = columns.filter((name) => (row[name] ?? "") !== "");
  const unknown = columns.filter((name) => (row[name] ?? "") === "");
  return html`<dl class="facts">${known.map((name) => html`<dt>${linked(name)}</dt><dd>${cellInWords({ table, column: name, row }, context)}</dd>\n`)}</dl>
${unknown.length > 0 && html`<p class="small muted">${words.recordPage.notKnown}: ${unknown.map(title).join(", ")}</p>`}`;
}

function sentences(table: string, row: Cells, { view, words: { recordPage: said } }: PageContext): Piece {
  const id = row[view.table(table)?.key[0] ?? ""] ?? "";
  const rows = view.where("evidence", "record_id", id).filter((sentence) => sentence.table === table);
  if (rows.length === 0) return null;
  const heads = said.sentenceHeads;
  const hasPages = rows.some(({ page = "" }) => page !== "");
  return html`<h2>${said.sentencesTitle}</h2><p>${said.sentencesNote}</p>
${dataTable({
  caption: said.sentencesCaption,
  heads: [
    ...[{ text: heads.source }, { text: heads.sentence }],
    ...(hasPages ? [{ text: heads.page, isNumber: true }] : []),
    ...[heads.line, heads.from, heads.to].map((text) => ({ text, isNumber: true })),
    { text: heads.hash },
  ],
  rows: rows.map(({ source_id: source = "", locator = "", line, page, start, end, sha256 = "" }) => [
    sourceName(source, view),
    html`<a href="${sourcePage(source, locator)}">${locator}</a>`,
    ...(hasPages ? [page] : []),
    ...[line, start, end],
    html`<code title="${sha256}">${sha256.slice(0, 12)}…</code>`,
  ]),
})}`;
}

/** Works are cited by rows of any table. */
function citedBy(table: string, id: string, context: PageContext): Piece {
  const { view, words } = context;
  if (table !== "cited_works") return null;
  const rows = view.tables
    .filter(({ columns }) => columns.some(({ name }) => name === "cited_work_ids"))
    .flatMap(({ name }) => view.listing(name, "cited_work_ids", id).map((row) => recordLink(name, row, context)));
  return (
    rows.length > 0 &&
    html`<h2>${words.recordPage.citedByTitle}</h2><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`
  );
}

function disagreements(row: Cells, context: PageContext): Piece {
  const rows = splitList(row.disagreement_ids).flatMap((id) =>
    context.view.where("disagreements", "disagreement_id", id),
  );
  return (
    rows.length > 0 &&
    html`<h2>${context.words.recordPage.disagreementsTitle}</h2><ul>${rows.map(
      (one) =>
        html`<li>${recordLink("disagreements", one, context)} <span class="muted">${context.view.label("disagreement_kind", one.kind ?? "")}</span></li>`,
    )}</ul>`
  );
}

/** The slips in a sentence on which the record is based. */
function slips(row: Cells, context: PageContext): Piece {
  const cited = splitList(row.evidence).map((place) => place.split(":"));
  const rows = cited.flatMap(([source = "", locator = ""]) =>
    context.view.where("errata", "source_id", source).filter((slip) => splitList(slip.evidence).includes(locator)),
  );
  return (
    rows.length > 0 &&
    html`<h2>${context.words.recordPage.slipsTitle}</h2><ul>${[...new Set(rows)].map((slip) => html`<li>${recordLink("errata", slip, context)}</li>`)}</ul>`
  );
}

function changes(table: string, id: string, { view, words: { recordPage: said } }: PageContext): Html {
  const byVersion = groupBy(view.changesOf(table, id), ({ version = "" }) => version);
  const nameOf = ({ change = "", column = "" }: Cells) => column || (said.changeKinds[change] ?? change);
  const lines = [...byVersion].map(
    ([version, rows]) => html`<li>${said.changedCells(version, [...new Set(rows.map(nameOf))].join(", "))}</li>`,
  );
  return html`<h2>${said.changesTitle}</h2>
${lines.length === 0 ? html`<p>${said.noChanges}</p>` : html`<ul>${lines}</ul>`}<p><a href="${historyPage(id)}">${said.history}</a></p>`;
}
