import { decodeHtml } from "../html/charset.ts";
import { parseMarkup } from "../markup/dom.ts";
import type { Parts } from "../zip/unzip.ts";
import { resolvePart } from "./resolve-part.ts";

/** Elements that HTML, unlike XML, never closes in themselves. */
const EMPTY =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z][\w:-]*)((?:\s[^<>]*?)?)\/>/giu;

/** The chapters as one page, in which notes that are in a chapter of their own are found: ids and links name the chapter. */
export function joinChapters(parts: Parts, chapters: readonly string[]): string {
  const bodies: string[] = [];
  for (const [at, path] of chapters.entries()) {
    const { html } = decodeHtml(parts.get(path) ?? new Uint8Array(), "utf-8");
    const page = parseMarkup(html.replace(EMPTY, "<$1$2></$1>"));
    for (const element of page.body.querySelectorAll("[id]"))
      element.setAttribute("id", `${at}-${element.getAttribute("id")}`);
    for (const element of page.body.querySelectorAll("[name]"))
      element.setAttribute("name", `${at}-${element.getAttribute("name")}`);
    for (const link of page.body.querySelectorAll("a[href]")) {
      const target = resolvePart(path, link.getAttribute("href") ?? "");
      const chapter = chapters.indexOf(target.path);
      if (chapter !== -1 && target.fragment !== "") link.setAttribute("href", `#${chapter}-${target.fragment}`);
    }
    bodies.push(`<section>${page.body.innerHTML}</section>`);
  }
  return `<!DOCTYPE html><html><head></head><body>${bodies.join("\n")}</body></html>`;
}
