import { type Html, html } from "../../html.ts";
import type { Words } from "../../words/words.ts";

/** Two lists of years, which the script shows: they make dated steps outside faint, and never hide one without a date. */
export function yearControl([first, last]: readonly [number, number], words: Words["map"]["control"]): Html {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const list = (name: string, label: string, chosen: number) =>
    html`<label>${label} <select name="${name}">${years.map(
      (year) => html`<option value="${year}"${year === chosen && html` selected`}>${year}</option>`,
    )}</select></label>`;
  return html`<form class="controls years" id="years" data-status="${words.status}" hidden><fieldset><legend>${words.legend}</legend>
${list("from", words.from, first)} ${list("to", words.to, last)} <button type="reset">${words.all}</button></fieldset>
<p class="small muted" role="status"></p></form>`;
}
