import { splitList } from "#pipeline/core/row.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { recordPage } from "../../addresses.ts";
import { html, joined, type Piece } from "../../html.ts";
import type { PageContext } from "../../page.ts";
import { nameLink } from "../../parts/links.ts";
import { dataTable } from "../../parts/table.ts";

const TABLE = "expansion_by_country";

/** The steps of each actor in each country; nothing if the release has no such table. */
export function byCountry(context: PageContext): Piece {
  const { view, words } = context;
  const { byCountryTitle, byCountryNote, byCountryCaption, byCountryHeads: heads } = words.map;
  if (view.table(TABLE) === null) return null;
  const rows = view
    .rows(TABLE)
    .toSorted(({ country: a = "" }, { country: b = "" }) => (a === b ? 0 : b === "" || (a !== "" && a < b) ? -1 : 1));
  return html`<h2>${byCountryTitle}</h2>
<p>${byCountryNote}</p>
${dataTable({
  caption: byCountryCaption,
  heads: [
    { text: heads.country },
    { text: heads.actor },
    { text: heads.earliest },
    { text: heads.steps },
    { text: heads.dated, isNumber: true },
    { text: heads.undated, isNumber: true },
  ],
  rows: rows.map((row) => [
    row.country || words.map.noCountry,
    nameLink("actors", row.actor_id ?? "", context),
    dateInWords(row.date ?? "", words.dates) || words.dates.undated,
    joined(
      splitList(row.earliest_dated_step_ids).map((id) => html`<a href="${recordPage(id)}">${id}</a>`),
      "; ",
    ),
    row.n_dated_steps,
    row.n_undated_steps,
  ]),
})}`;
}
