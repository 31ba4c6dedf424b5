import { decodeEntities } from "#pipeline/core/html-entity.ts";
import { isRecord } from "#pipeline/core/is-record.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import type { DomDocument } from "../markup/dom.ts";
import type { Finding, MetadataField } from "../taken-in.ts";
import { type Item, ownArticles } from "./own-articles.ts";

/** Items in one another, deeper than any page has them. */
const DEEPEST = 4;

/** The items of all JSON-LD of a page that can be parsed, outer ones first. */
export function jsonLdItems(page: DomDocument): Item[] {
  const scripts = [...page.querySelectorAll("script[type='application/ld+json']")];
  return scripts.flatMap((script) => itemsOf(parseJson(uncommented(script.textContent ?? "")), 0));
}

/** Some systems hide the JSON from HTML parsers of the nineties; many have line ends inside of strings. */
const uncommented = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)\s*$/gu, "");

function itemsOf(value: unknown, depth: number): Item[] {
  if (depth > DEEPEST || !isRecord(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => itemsOf(item, depth + 1));
  const graph = "@graph" in value ? itemsOf(value["@graph"], depth + 1) : [];
  return [value, ...graph];
}

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|CreativeWork|Book|Thesis)$/u;
const PAGE = /^(?:WebPage|ItemPage|AboutPage)$/u;

/** What JSON-LD says of the article, and then of the page. */
export function jsonLdFindings(page: DomDocument): Finding[] {
  const items = jsonLdItems(page);
  const typed = (form: RegExp) => items.filter((item) => typesOf(item).some((type) => form.test(type)));
  return [...ownArticles(typed(ARTICLE), page), ...typed(PAGE)].flatMap((item) => findingsOf(item, items));
}

const typesOf = ({ "@type": type }: Item): string[] =>
  (Array.isArray(type) ? type : [type]).map((each) => String(each).replace(/^.*[/:]/u, ""));

function findingsOf(item: Item, items: readonly Item[]): Finding[] {
  const [type = ""] = typesOf(item);
  const read = (field: MetadataField, name: string, values: readonly string[]): Finding[] =>
    values.map((value) => ({ field, value: decodeEntities(value), where: `${type}.${name}`, means: "json-ld" }));
  const title = "headline" in item ? "headline" : "name";
  return [
    ...read("title", title, textsOf(item[title], items)),
    ...read("authors", "author", textsOf(item.author, items)),
    ...read("publisher", "publisher", textsOf(item.publisher, items)),
    ...read("date_published", "datePublished", textsOf(item.datePublished, items)),
    ...read("language", "inLanguage", textsOf(item.inLanguage, items, "alternateName")),
    ...read("url", "url", textsOf(item.url, items)),
    ...read("url", "mainEntityOfPage", textsOf(item.mainEntityOfPage, items, "@id")),
    ...read("licence", "license", textsOf(item.license, items, "url")),
  ];
}

/** Texts as they are; of items their names, also if an item only points to another one. */
function textsOf(value: unknown, items: readonly Item[], name = "name"): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, items, name));
  if (!isRecord(value)) return [];
  const own = value[name];
  if (typeof own === "string") return [own];
  if (Array.isArray(own)) return own.flatMap((each) => (typeof each === "string" ? [each] : []));
  const meant = items.find((item) => item !== value && item["@id"] === value["@id"] && value["@id"] !== undefined);
  return typeof meant?.[name] === "string" ? [meant[name]] : [];
}
