import { actorPage, placePage, recordPage, sourcePage } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells, ReleaseView } from "../release/release-view.ts";
import { addressOnList } from "./actor-list.ts";
import { isPerson } from "./people.ts";
import { saidMark, saidTitle } from "./said.ts";

/** The tables whose rows have a page in `r/`: each row has an id of its own, and no other folder is for it. */
export const RECORD_TABLES = [
  ...["actor_profile", "expansion_timeline", "economic_warfare_incidents", "economic_warfare_patterns", "events"],
  ...["actor_names", "actor_relations", "disagreements", "cited_works", "errata"],
] as const;

/** The page of a row by the table that its id belongs to; `null` if rows of that table have no page. A person is a row of a list. */
export function pageOf(table: string, id: string, view: ReleaseView): string | null {
  if (table === "actors") return isPerson(id, view) ? addressOnList(id, view) : actorPage(id);
  if (table === "places") return placePage(id);
  if (table === "source_provenance") return sourcePage(id);
  return RECORD_TABLES.some((name) => name === table) ? recordPage(id) : null;
}

/** A link with the row in words. */
export const recordLink = (table: string, row: Cells, context: PageContext): Html => {
  const { view } = context;
  const id = row[view.table(table)?.key[0] ?? ""] ?? "";
  const page = pageOf(table, id, view);
  const title = saidTitle(table, row, context);
  return page === null ? html`${title}` : html`<a href="${page}"${saidMark(row, context)}>${title}</a>`;
};

/** A link with the name of an actor, place or source; the id alone if the release has no such row. */
export function nameLink(table: "actors" | "places" | "source_provenance", id: string, { view }: PageContext): Piece {
  const row = view.find(table, id);
  return row === null ? id : linked(pageOf(table, id, view), row.name || row.title || id);
}

const linked = (page: string | null, text: string): Html =>
  page === null ? html`${text}` : html`<a href="${page}">${text}</a>`;
