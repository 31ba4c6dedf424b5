import { checkFindings } from "../check-findings.ts";
import { type DomDocument, type DomElement, namesOf } from "../markup/dom.ts";
import { innerText } from "../markup/inner-text.ts";
import type { Finding, MetadataField, Remark } from "../taken-in.ts";
import { dateRemarks } from "./date-remarks.ts";
import { jsonLdFindings } from "./json-ld.ts";
import { wholeAddress } from "./whole-address.ts";

/** Names of `meta` elements, the most telling first: Highwire, Open Graph, Dublin Core, and what HTML itself has. */
const META: readonly (readonly [name: string, field: MetadataField])[] = [
  ["citation_title", "title"],
  ["citation_author", "authors"],
  ["citation_publisher", "publisher"],
  ["citation_publication_date", "date_published"],
  ["citation_online_date", "date_published"],
  ["citation_date", "date_published"],
  ["citation_language", "language"],
  ["article:published_time", "date_published"],
  ["article:author", "authors"],
  ["og:title", "title"],
  ["og:site_name", "publisher"],
  ["og:locale", "language"],
  ["og:url", "url"],
  ["dc.title", "title"],
  ["dc.creator", "authors"],
  ["dc.publisher", "publisher"],
  ["dc.date.issued", "date_published"],
  ["dcterms.issued", "date_published"],
  ["dc.date", "date_published"],
  ["dc.language", "language"],
  ["dcterms.license", "licence"],
  ["dc.rights.license", "licence"],
  ["parsely-pub-date", "date_published"],
  ["author", "authors"],
  ["date", "date_published"],
  ["content-language", "language"],
];

/**
 * What a page says of itself: JSON-LD, then `meta`, then elements. Everything that has the form of its field is kept, in
 * this order; nothing is put together from parts or read out of running text.
 */
export function htmlMetadata(page: DomDocument): { readonly metadata: Finding[]; readonly remarks: Remark[] } {
  const found = [...jsonLdFindings(page), ...metaFindings(page), ...elementFindings(page)];
  return { metadata: checkFindings(found), remarks: dateRemarks(found) };
}

function metaFindings(page: DomDocument): Finding[] {
  const metas = [...page.querySelectorAll("meta")].map((meta) => ({
    name: (meta.getAttribute("name") ?? meta.getAttribute("property") ?? meta.getAttribute("http-equiv") ?? "")
      .toLowerCase()
      .replace(/^dcterms\.(?=title|creator|publisher|date|language)/u, "dc."),
    content: meta.getAttribute("content") ?? "",
  }));
  return META.flatMap(([name, field]) =>
    metas
      .filter((meta) => meta.name === name)
      .map(
        ({ content }): Finding => ({
          field,
          value: dateWithHyphens(name, content),
          where: `meta ${name}`,
          means: "meta",
        }),
      ),
  );
}

/** Highwire's tags have dates as YYYY/MM/DD (scholar.google.com, inclusion guidelines). */
const dateWithHyphens = (name: string, content: string) =>
  /^citation_.*date$/u.test(name) ? content.trim().replace(/^(\d{4})\/(\d{2})\/(\d{2})$/u, "$1-$2-$3") : content;

/** Names that a `time` element has if it is the day of publication. */
const PUBLISHED = /publish|pubdate|entry-date|posted-on|post-date/iu;

const isPublished = (time: DomElement) =>
  time.hasAttribute("pubdate") || time.getAttribute("itemprop") === "datePublished" || PUBLISHED.test(namesOf(time));

/** Names of parts that tell of other articles, or of what readers wrote. */
const OF_OTHERS = /(?:^|\s)(?:related|recommend|comments?(?:$|\s|-?list)|sidebar|teaser)/iu;

function isOfAnother(element: DomElement): boolean {
  if (element.closest("aside, nav") !== null) return true;
  for (let at: DomElement | null = element; at !== null && at.localName !== "body"; at = at.parentElement)
    if (OF_OTHERS.test(namesOf(at))) return true;
  return false;
}

function elementFindings(page: DomDocument): Finding[] {
  const found: Finding[] = [];
  const add = (field: MetadataField, value: string | null | undefined, where: string) => {
    if (value !== null && value !== undefined) found.push({ field, value, where, means: "element" });
  };
  const headings = [...page.querySelectorAll("h1")].map((heading) => innerText(heading)).filter((text) => text !== "");
  if (headings.length === 1) add("title", headings[0], "h1");
  const title = page.querySelector("head title") ?? page.querySelector("title");
  if (title !== null) add("title", title.textContent, "title");
  for (const element of page.querySelectorAll("[itemprop=author], [rel=author]")) {
    const names = [...element.querySelectorAll("[itemprop=name]")];
    if (!isOfAnother(element))
      for (const name of names.length > 0 ? names : [element]) add("authors", innerText(name), "author");
  }
  for (const time of page.querySelectorAll("time[datetime]"))
    if (isPublished(time) && !isOfAnother(time)) add("date_published", time.getAttribute("datetime"), "time");
  for (const meta of page.querySelectorAll("[itemprop=datePublished][content]"))
    if (!isOfAnother(meta)) add("date_published", meta.getAttribute("content"), "itemprop datePublished");
  add("language", page.querySelector("html")?.getAttribute("lang"), "html lang");
  add("language", page.querySelector("html")?.getAttribute("xml:lang"), "html xml:lang");
  for (const link of page.querySelectorAll("link[rel=canonical]"))
    add("url", wholeAddress(link.getAttribute("href") ?? "", page), "link canonical");
  for (const link of page.querySelectorAll("link[rel=license], a[rel=license]"))
    add("licence", link.getAttribute("href"), "rel=license");
  return found;
}
