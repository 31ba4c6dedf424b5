import { parseHTML } from "linkedom";

/** What this folder uses of the DOM. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  innerHTML: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/**
 * Parses HTML. linkedom adds no elements as browsers do, and makes an empty body where there is none right after the head,
 * as in a page that does not close its head. Such a page is put together again with a head and a body.
 */
export function parseMarkup(html: string): DomDocument {
  const parse = (text: string): DomDocument => parseHTML(text).document;
  const isWhole = /<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html);
  const page = parse(isWhole ? html : wrapped({ lang: "", head: "", body: html }));
  const body = page.querySelector("body");
  const before = page.querySelector("html > head + body");
  if (body !== null && body === before) return page;
  const ofHead = [...page.querySelectorAll(OF_HEAD)].filter((element) => body?.contains(element) !== true);
  return parse(
    wrapped({
      lang: page.querySelector("html")?.getAttribute("lang") ?? "",
      head: ofHead.map(({ outerHTML }) => outerHTML).join(""),
      body: body?.innerHTML ?? html,
    }),
  );
}

/** What says something of the page. */
const OF_HEAD = "title, meta, link, script[type='application/ld+json']";

const wrapped = ({ lang, head, body }: { readonly lang: string; readonly head: string; readonly body: string }) =>
  `<!DOCTYPE html><html lang="${lang.replace(/[^\w-]/gu, "")}"><head>${head}</head><body>${body}</body></html>`;

/** The words of an element in which names, classes and roles are: `id`, `class`, `role`, `epub:type`. */
export const namesOf = (element: DomElement): string =>
  ["id", "class", "role", "epub:type", "name"].map((name) => element.getAttribute(name) ?? "").join(" ");
