import type { DomDocument } from "../markup/dom.ts";
import { innerText } from "../markup/inner-text.ts";

/** An item of JSON-LD. */
export type Item = Readonly<Record<string, unknown>>;

/** Titles with fewer letters begin like others by chance. */
const LEAST_LETTERS = 8;

/**
 * The articles that are the page's own, if JSON-LD describes several: those with the title or the address of the page. None,
 * if it cannot be known which one it is.
 */
export function ownArticles(articles: readonly Item[], page: DomDocument): readonly Item[] {
  if (new Set(articles.map(({ headline, name }) => lettersOf(headline ?? name))).size < 2) return articles;
  const titles = [...page.querySelectorAll("h1, title")].map((element) => lettersOf(innerText(element)));
  const og = page.querySelector("meta[property='og:title']")?.getAttribute("content");
  const address = page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "";
  return articles.filter(
    ({ headline, name, url }) =>
      [...titles, lettersOf(og)].some((title) => beginAlike(title, lettersOf(headline ?? name))) ||
      (address !== "" && url === address),
  );
}

const lettersOf = (text: unknown) =>
  typeof text === "string" ? text.toLowerCase().replace(/&\w+;|&#\w+;|[^\p{L}\p{N}]/gu, "") : "";

/** Titles are cut at a length, and end with the name of the site. */
const beginAlike = (one: string, other: string) =>
  one === other
    ? one !== ""
    : Math.min(one.length, other.length) >= LEAST_LETTERS && (one.startsWith(other) || other.startsWith(one));
