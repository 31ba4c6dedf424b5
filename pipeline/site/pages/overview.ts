import { dataset } from "#schemas/dataset.ts";
import { pages } from "../addresses.ts";
import { html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";

export function overviewPage({ words: { overview } }: PageContext): Page {
  return {
    address: pages.overview,
    title: dataset.title,
    lead: overview.lead,
    content: html``,
    limits: [],
    tables: [],
  };
}
