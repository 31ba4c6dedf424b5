import { originsOf } from "#schemas/published/origins.ts";
import { columnPage } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import type { ReleaseView } from "../release/release-view.ts";

/** A column by its title. One that is published in parts, such as an amount, is described with its first part. */
export function columnLink(table: string, column: string, view: ReleaseView): Html {
  const known = view.column(table, column);
  const described = known === null ? firstPart(table, column, view) : column;
  const title = known?.title || column;
  return described === null ? html`${title}` : html`<a href="${columnPage(table, described)}">${title}</a>`;
}

const firstPart = (table: string, column: string, view: ReleaseView): string | null =>
  view.table(table)?.columns.find(({ name }) => originsOf(table).get(name)?.name === column)?.name ?? null;
