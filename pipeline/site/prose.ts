import { type Html, html } from "./html.ts";

/** A text in which `…` marks names of columns and tables. */
export const prose = (text: string): Html =>
  html`${text.split("`").map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`;
