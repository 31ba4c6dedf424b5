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
 * Parses HTML. Elements that browsers add are added where this project needs them: without `html` and `body`, the text
 * is taken for the content of a body.
 */
export function parseMarkup(html: string): DomDocument {
  const parse = (text: string): DomDocument => parseHTML(text).document;
  const hasBody = /<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html);
  return parse(hasBody ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
}

/** The words of an element in which names, classes and roles are: `id`, `class`, `role`, `epub:type`. */
export const namesOf = (element: DomElement): string =>
  ["id", "class", "role", "epub:type", "name"].map((name) => element.getAttribute(name) ?? "").join(" ");
