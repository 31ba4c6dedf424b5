import { parseHTML } from "linkedom";

/** What this folder uses of the DOM. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
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
  matches(selector: string): boolean;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
  replaceWith(other: DomNode): void;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/**
 * Parses HTML. linkedom adds no elements as browsers do, and has an empty body where the root is not an html with a head and
 * then a body: in a page that does not close its head, or has something before its root or between the two. Such a page is
 * put together again.
 */
export function parseMarkup(html: string): DomDocument {
  const parse = (text: string): DomDocument => parseHTML(text).document;
  const page = parse(/<html[\s>]/iu.test(html) ? html : `<html>${html}</html>`);
  const body = page.querySelector("body");
  const [head, afterHead] = [...page.documentElement.childNodes].filter(isElement);
  if (body !== null && head?.localName === "head" && afterHead === body) return page;
  const ofHead = [...page.querySelectorAll(OF_HEAD)].filter((element) => body?.contains(element) !== true);
  return parse(
    wrapped({
      lang: page.querySelector("html[lang]")?.getAttribute("lang") ?? "",
      head: ofHead.map(({ outerHTML }) => outerHTML).join(""),
      body: body?.innerHTML ?? html.replace(FRAME, ""),
    }),
  );
}

/** What stands around the content of a page. */
const FRAME = /<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/giu;

/** What says something of the page. */
const OF_HEAD = "title, meta, link, script[type='application/ld+json']";

const wrapped = ({ lang, head, body }: { readonly lang: string; readonly head: string; readonly body: string }) =>
  `<!DOCTYPE html><html lang="${lang.replace(/[^\w-]/gu, "")}"><head>${head}</head><body>${body}</body></html>`;

/** The words of an element in which names, classes and roles are: `id`, `class`, `role`, `epub:type`. */
export const namesOf = (element: DomElement): string =>
  ["id", "class", "role", "epub:type", "name"].map((name) => element.getAttribute(name) ?? "").join(" ");
