import { actorPage, codePage, columnPage, pages, pathOf } from "../addresses.ts";
import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { pageOf, RECORD_TABLES } from "../parts/links.ts";
import { isPerson } from "../parts/people.ts";
import { saidTitle } from "../parts/said.ts";
import { hasSection } from "../sections.ts";
import type { Words } from "../words/words.ts";

/** The file that holds what can be found; a script, because a page from a disk may not read other files. */
export const SEARCH_INDEX = "search-index.js";

export function searchPage({ view, words: { search, frame } }: PageContext): Page {
  const lists = ["actors", "places", "sources", "disagreements", "tables", "codebook"] as const;
  return {
    address: pages.search,
    title: search.title,
    lead: search.lead,
    content: html`<form class="controls" id="search" hidden data-count="${search.count}" data-none="${search.none}">
<p><label for="words">${search.label}</label> <input type="search" id="words" autocomplete="off" aria-describedby="words-hint"> <span class="small muted" id="words-hint">${search.hint}</span></p>
<p><output id="count" aria-live="polite"></output></p>
</form>
<ol id="results" class="results" hidden></ol>
<h2>${search.browse}</h2>
<ul>${lists.filter((section) => hasSection(section, view)).map((section) => html`<li><a href="${pages[section]}">${frame.navigation[section]}</a></li>`)}</ul>`,
    limits: search.limits,
    tables: [],
    scripts: [SEARCH_INDEX],
  };
}

type Kind = keyof Words["search"]["kinds"];

/** What can be found: its kind, its address in the release, its title, and further words. */
type Entry = readonly [kind: Kind, path: string, title: string, words: string];

/** Everything that has a page, as a script that hands it over. Persons are found by the records about them, not by their names alone. */
export function searchIndex(context: PageContext): string {
  const { kinds } = context.words.search;
  const entries = [...entriesOf(context)].map(([kind, path, title, words]) => [kinds[kind], path, title, words]);
  return `"use strict";\nglobalThis.searchEntries = ${JSON.stringify(entries)};\n`;
}

function* entriesOf(context: PageContext): Generator<Entry> {
  const { view } = context;
  for (const { actor_id: id = "", name = "", acronym = "", description = "" } of view.rows("actors"))
    if (!isPerson(id, view)) yield ["actor", pathOf(actorPage(id)), name, `${id} ${acronym} ${description}`];
  for (const [table, kind] of [
    ["places", "place"],
    ["source_provenance", "source"],
  ] as const)
    for (const row of view.rows(table)) {
      const id = row[view.table(table)?.key[0] ?? ""] ?? "";
      yield [
        kind,
        pathOf(pageOf(table, id, view) ?? ""),
        row.name || row.title || id,
        `${id} ${row.country ?? ""} ${row.publisher ?? ""}`,
      ];
    }
  for (const table of RECORD_TABLES)
    for (const row of view.rows(table)) {
      if (table === "actor_names" && isPerson(row.actor_id ?? "", view)) continue;
      const id = row[view.table(table)?.key[0] ?? ""] ?? "";
      const kind = table === "disagreements" ? "disagreement" : "record";
      yield [
        kind,
        pathOf(pageOf(table, id, view) ?? ""),
        saidTitle(table, row, context),
        `${id} ${row.description ?? ""}`,
      ];
    }
  for (const { table = "", column = "", title = "" } of view.rows("columns"))
    yield ["column", `${pathOf(columnPage(table))}#${column}`, `${title} (${table}.${column})`, ""];
  for (const { codelist = "", code = "", label = "", definition = "" } of view.rows("codelists"))
    yield ["code", `${pathOf(codePage(codelist))}#${code}`, `${label} (${codelist})`, `${code} ${definition}`];
}
