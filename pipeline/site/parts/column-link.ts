import { originsOf } from "#schemas/published/origins.ts";
import { columnPage } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import type { ReleaseView } from "../release/release-view.ts";

/** A column by its title. One that is published in parts, such as an amount, is described with its first part. */
export function columnLink(table: string, column: string, view: ReleaseView): Html {
  const parts = view.table(table)?.columns.filter(({ name }) => originsOf(table).get(name)?.name === column) ?? [];
  const described = view.column(table, column) === null ? (parts[0]?.name ?? null) : column;
  const title = view.column(table, column)?.title || column;
  return described === null ? html`${title}` : html`<a href="${columnPage(table, described)}">${title}</a>`;
}
