import { html } from "./html.ts";

/** A page that search engines may list. */
export interface ListedPage {
  /** Its lasting path in the site. */
  readonly path: string;
  /** The day of its release. */
  readonly day: string;
}

/** The most addresses that one file may hold (sitemaps.org/protocol.html). */
const AT_MOST = 50_000;

/** `sitemap.xml`: the addresses of the pages, or, if they are too many, of the files that list them. */
export function* sitemaps(
  base: string,
  pages: readonly ListedPage[],
  atMost = AT_MOST,
): Generator<{ path: string; text: string }> {
  const parts = Array.from({ length: Math.ceil(pages.length / atMost) }, (_, at) =>
    pages.slice(at * atMost, (at + 1) * atMost),
  );
  if (parts.length <= 1) {
    yield { path: "sitemap.xml", text: listPages(base, pages) };
    return;
  }
  const names = parts.map((_, at) => `sitemap-${at + 1}.xml`);
  for (const [at, path] of names.entries()) yield { path, text: listPages(base, parts[at] ?? []) };
  const files = names.map((name) => html`<sitemap><loc>${base}${name}</loc></sitemap>\n`);
  yield {
    path: "sitemap.xml",
    text: html`${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${files}</sitemapindex>\n`.markup,
  };
}

const HEAD = html`<?xml version="1.0" encoding="utf-8"?>\n`;
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

function listPages(base: string, pages: readonly ListedPage[]): string {
  const lines = pages.map(({ path, day }) => html`<url><loc>${base}${path}</loc><lastmod>${day}</lastmod></url>\n`);
  return html`${HEAD}<urlset xmlns="${NAMESPACE}">\n${lines}</urlset>\n`.markup;
}
