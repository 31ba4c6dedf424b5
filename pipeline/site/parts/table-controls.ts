import { type Html, html } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { ReleaseTable } from "../release/release-view.ts";

interface Controlled {
  readonly table: ReleaseTable;
  readonly number: number;
  readonly nParts: number;
  /** Whether it has rows on communities. Their first cell says whose words they are, so it is always shown. */
  readonly hasSaid: boolean;
  readonly columns: readonly { readonly name: string; readonly isFolded: boolean; readonly codes: readonly string[] }[];
}

/**
 * The controls of a table, hidden until `20-table.js` gives them something to do. The script knows no words: it finds
 * them here.
 */
export function tableControls(
  { table, number, nParts, hasSaid, columns }: Controlled,
  { view, words: { tables } }: PageContext,
): Html {
  const part = nParts === 1 ? "" : `-part-${number}`;
  return html`<form class="controls" id="controls" hidden data-file="jnim-data-${view.version}-${table.name}${part}" data-count="${tables.count}" data-sort="${tables.sortBy}">
<p><label for="words">${tables.filter}</label> <input type="search" id="words" autocomplete="off" aria-describedby="words-hint"> <span class="small muted" id="words-hint">${tables.filterHint}</span></p>
<p class="choices">${columns
    .filter(({ codes }) => codes.length > 1)
    .map(
      ({ name, codes }) =>
        html`<label>${name} <select data-filters="${name}"><option value="">${tables.any}</option>${codes.map((code) => html`<option>${code}</option>`)}</select></label>`,
    )}</p>
<details><summary>${tables.columns}</summary>
<p><button type="button" id="all-columns">${tables.allColumns}</button> <button type="button" id="usual-columns">${tables.usualColumns}</button></p>
<div class="choices">${columns.map(({ name, isFolded }, at) => html`<label><input type="checkbox" data-shows="${name}"${!isFolded && html` checked`}${hasSaid && at === 0 && html` disabled`}> ${name}</label>`)}</div>
</details>
<p><output id="count" aria-live="polite"></output> <button type="reset">${tables.reset}</button> <button type="button" id="download">${tables.download}</button></p>
</form>`;
}
