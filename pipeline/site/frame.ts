import { textCitation } from "#pipeline/core/citation.ts";
import { csvPath } from "#pipeline/core/csv-path.ts";
import { jsonText } from "#pipeline/core/json-text.ts";
import { dataset } from "#schemas/dataset.ts";
import { browserFile, feed, isOfRelease, newestPage, pages, pathOf, releaseFile, releasePage } from "./addresses.ts";
import { Html, html, type Piece } from "./html.ts";
import type { Page, PageContext } from "./page.ts";
import { SAID } from "./parts/said.ts";
import { type Section, sectionsOf } from "./sections.ts";
import type { Words } from "./words/words.ts";

/** Where a page stays: in the folder of its release, or at the root if it is about all releases. */
export const lastingPath = ({ address }: Page, { view }: PageContext): string =>
  isOfRelease(address) ? `${view.version}/${pathOf(address)}` : pathOf(address);

/** A whole page. Links still begin with the marks of `addresses.ts`. */
export function framePage(page: Page, context: PageContext): string {
  const { view, words, base } = context;
  const { frame } = words;
  const name = page.title === dataset.title ? page.title : `${page.title} · ${dataset.name} ${view.version}`;
  const place = lastingPath(page, context);
  const canonical = base === null ? null : `${base}${place}`;
  const { content } = page;
  const lead = html`<p class="lead">${page.lead}</p>`;
  const isSaid = [lead, content].some(({ markup }) => markup.includes(SAID));
  const sheet = html`<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.isListed === false && html`<meta name="robots" content="noindex">\n`}${
  canonical !== null && html`<link rel="canonical" href="${canonical}">\n`
}<link rel="stylesheet" href="${browserFile("site.css")}">
<link rel="alternate" type="application/atom+xml" title="${frame.feed}" href="${feed}">
<link rel="icon" href="data:,">
${(page.scripts ?? []).map((name) => html`<script src="${browserFile(name)}" defer></script>\n`)}<script src="${browserFile("site.js")}" defer></script>
${page.linkedData !== undefined && html`<script type="application/ld+json">${new Html(jsonText(page.linkedData))}</script>\n`}</head>
<body>
<a class="skip" href="#content">${frame.skip}</a>
<header class="site-head">
<p class="site-name"><a href="${pages.overview}">${dataset.name}</a> <span class="site-release">${frame.release(view.version, view.cited.created)}</span></p>
<nav aria-label="${frame.sections}"><ul>${sectionsOf(view).map((section) => navigationItem(section, page, frame))}</ul></nav>
</header>
${olderNote(context)}<main id="content"${page.isWide === true && html` class="wide"`}>
<h1>${page.title}</h1>
${lead}
${isSaid && html`<p class="caution">${words.people.caution}</p>\n`}${content}
</main>
<footer class="site-foot">
${page.limits.length > 0 && html`<section class="limits"><h2>${frame.limitsTitle}</h2><ul>${page.limits.map((limit) => html`<li>${limit}</li>`)}</ul></section>\n`}${
  page.tables.length > 0 &&
  html`<section><h2>${frame.dataTitle}</h2><ul class="inline-list">${page.tables.map((table) => html`<li><a href="${releaseFile(view.version, csvPath(table))}" download>${frame.dataLink(table)}</a></li>`)}</ul></section>\n`
}<section><h2>${frame.citeTitle}</h2>
<p class="citation" id="citation">${frame.citePage(textCitation(view.cited), page.title, canonical ?? place)}</p>
<p><button type="button" class="copy" data-copies="citation" data-done="${frame.copied}" hidden>${frame.copy}</button></p>
</section>
<p class="small">${frame.licence} <a href="${dataset.licence.url}" rel="license">${dataset.licence.title}</a>${isOfRelease(page.address) && html` · <a href="${releasePage(view.version, page.address)}">${frame.frozen}</a>`} · <a href="${pages.about}">${frame.about}</a></p>
</footer>
</body>
</html>
`;
  return sheet.markup;
}

function navigationItem(section: Section, page: Page, frame: Words["frame"]): Html {
  const isHere = page.address === pages[section];
  const isWithin = isHere || page.section === section;
  const current = isHere ? html` aria-current="page"` : isWithin && html` aria-current="true"`;
  return html`<li><a href="${pages[section]}"${current}>${frame.navigation[section]}</a></li>`;
}

/** Says on the pages of an older release that there is a newer one. */
function olderNote({ view, shown, words: { frame } }: PageContext): Piece {
  const [newest] = shown;
  if (newest === undefined || newest === view.version) return null;
  return html`<aside class="note" aria-label="${frame.olderNote}"><p>${frame.newer(newest)} <a href="${newestPage(pages.overview)}">${frame.newerLink}</a></p></aside>\n`;
}
