import { pages } from "../addresses.ts";
import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { prose } from "../prose.ts";

/** How the pages are made, and what to do if one does not work. */
export const aboutPage = ({ words: { about } }: PageContext): Page => ({
  address: pages.about,
  title: about.title,
  lead: about.lead,
  content: html`${about.sections.map(
    ({ title, lines }) => html`<h2>${title}</h2>${lines.map((line) => html`<p>${prose(line)}</p>`)}`,
  )}`,
  limits: [],
  tables: [],
});
