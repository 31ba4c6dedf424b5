import { rowCitation } from "#pipeline/core/citation.ts";
import { historyPage, releasePage } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { changeSentence } from "../parts/change-sentence.ts";
import { pageOf, RECORD_TABLES } from "../parts/links.ts";
import { isPerson, namesPerson } from "../parts/people.ts";
import { saidCell, saidMark, saidTitle } from "../parts/said.ts";
import { shortened } from "../parts/shortened.ts";
import type { Cells } from "../release/release-view.ts";
import { lastValues } from "../release/row-told.ts";

/** The tables whose rows have a history page. */
const TABLES = [...RECORD_TABLES, "actors", "places", "source_provenance"];

/** A row that is or was published, as its newest release knows it. */
interface Published {
  readonly table: string;
  readonly id: string;
  /** `null` if it was retired. */
  readonly row: Cells | null;
}

/** The pages of all versions of every row that was ever published, from the newest release. Persons have none. */
export function* historyPages(context: PageContext): Generator<Page> {
  const { view } = context;
  for (const table of TABLES) {
    for (const row of view.rows(table)) {
      const id = row[view.table(table)?.key[0] ?? ""] ?? "";
      if (table !== "actors" || !isPerson(id, view)) yield historyPageOf({ table, id, row }, context);
    }
    for (const { record_id: id = "" } of view.where("retired", "table", table)) {
      if (view.find(table, id) === null) yield historyPageOf({ table, id, row: null }, context);
    }
  }
}

function historyPageOf(published: Published, context: PageContext): Page {
  const { view, words } = context;
  const { history } = words;
  const { table, id, row } = published;
  const changes = view.changesOf(table, id);
  const last = row ?? lastValues(changes);
  const title = saidTitle(table, last, context);
  return {
    address: historyPage(id),
    title: history.title(id),
    lead: row === null ? history.retiredLead : html`${history.lead} <span${saidMark(last, context)}>${title}</span>`,
    content: html`${row === null && tombstone(published, last, context)}
<h2>${history.versionsTitle}</h2>
<ul>${versionsOf(published, changes, context).map((version) => versionLine(published, version, context))}</ul>
<h2>${history.changesTitle}</h2>
${changes.length === 0 ? html`<p>${history.none}</p>` : html`<ul>${changes.map((change) => changeLine(change, context))}</ul>`}`,
    limits: history.limits,
    tables: ["retired"].filter((name) => view.table(name) !== null),
    section: "releases",
    isListed: row !== null && !namesPerson(last, view),
  };
}

/** The releases that have the row: from the one that added it or its table, or the first, to the one before it was retired. */
function versionsOf({ table, row }: Published, changes: readonly Cells[], { view, releases }: PageContext): string[] {
  const versions = releases.map(({ version }) => version);
  const wholeTable = view.changesOf(table, "").filter(({ column }) => column === "");
  const at = (kind: string) =>
    versions.indexOf([...changes, ...wholeTable].find(({ change }) => change === kind)?.version ?? "");
  const [added, retired] = [at("added"), row === null ? at("retired") : -1];
  return versions.slice(retired + 1, added < 0 ? versions.length : added + 1);
}

function versionLine({ table, id }: Published, version: string, { view, words, shown }: PageContext): Html {
  const { history } = words;
  const page = shown.includes(version) ? pageOf(table, id, view) : null;
  const where = page === null ? history.noPage : html`<a href="${releasePage(version, page)}">${history.page}</a>`;
  return html`<li>${version}: ${where}. ${history.citeAs} <code>${rowCitation(version, id)}</code></li>`;
}

function changeLine(row: Cells, context: PageContext): Html {
  const { history } = context.words;
  const { version = "", change, column = "" } = row;
  const sentence = changeSentence(row, context);
  if (change === "changed") return html`<li>${history.changed(version, column)}: ${sentence}</li>`;
  const what = change === "added" ? history.added(version) : history.retired(version);
  return html`<li>${what}${sentence !== "" && ". "}${sentence}</li>`;
}

function tombstone({ table, id }: Published, last: Cells, context: PageContext): Piece {
  const { view, words } = context;
  const { history } = words;
  const retired = view.where("retired", "table", table).find((row) => row.record_id === id) ?? {};
  const values = Object.entries(last).filter(([, value]) => value !== "");
  const lastValue = (name: string, value: string) =>
    saidCell(name, { ...last, [name]: shortened(value, 400) }, context);
  return html`<h2>${history.tombstoneTitle}</h2><p>${saidCell("reason", retired, context)}</p>
<dl class="facts">${retired.replaced_by && html`<dt>${history.replacedBy}</dt><dd>${replacement(retired.replaced_by)}</dd>`}<dt>${history.retiredOn}</dt><dd>${retired.date_retired}</dd></dl>
${values.length > 0 && html`<h2>${history.lastTitle}</h2><dl class="facts">${values.map(([name, value]) => html`<dt><code>${name}</code></dt><dd>${lastValue(name, value)}</dd>`)}</dl>`}`;
}

/** Both the page of the row that took its place, and that of a row which was itself replaced, are history pages. */
const replacement = (ids: string): Piece =>
  ids.split("; ").map((id, at) => [at > 0 && "; ", html`<a href="${historyPage(id)}">${id}</a>`]);
