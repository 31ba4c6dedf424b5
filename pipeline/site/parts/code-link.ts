import { codePage } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import type { ReleaseView } from "../release/release-view.ts";

interface Code {
  readonly codelist: string;
  readonly code: string;
}

/** Whether the release describes the code: an older one may lack the list. */
const isDescribed = ({ codelist, code }: Code, view: ReleaseView) =>
  view.where("codelists", "codelist", codelist).some((row) => row.code === code) &&
  view.where("columns", "codelist", codelist).length > 0;

/** A code in words, which leads to what it means. */
export function codeLink(one: Code, view: ReleaseView): Html {
  const words = view.label(one.codelist, one.code);
  return isDescribed(one, view) ? html`<a href="${codePage(one.codelist, one.code)}">${words}</a>` : html`${words}`;
}

/** The code itself, with its words in the title. */
export const rawCodeLink = (one: Code, view: ReleaseView): Html =>
  isDescribed(one, view)
    ? html`<a href="${codePage(one.codelist, one.code)}" title="${view.label(one.codelist, one.code)}">${one.code}</a>`
    : html`${one.code}`;
