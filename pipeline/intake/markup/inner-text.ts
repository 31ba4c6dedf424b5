import { tidyText } from "../tidy-text.ts";
import { beginsLine, isHidden } from "./blocks-of.ts";
import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";

/**
 * The words of an element as one line: where a line ends in the page, there is a space, so that `a<br>b` is two words.
 * What a reader does not see is left out, and so are the `skipped` elements, such as marks of notes.
 */
export const innerText = (element: DomElement, skipped: ReadonlySet<DomElement> = new Set()): string =>
  tidyText([...element.childNodes].map((child) => wordsIn(child, skipped)).join(""));

function wordsIn(node: DomNode, skipped: ReadonlySet<DomElement>): string {
  if (isText(node)) return node.textContent ?? "";
  if (!isElement(node) || skipped.has(node) || isHidden(node)) return "";
  const inner = [...node.childNodes].map((child) => wordsIn(child, skipped)).join("");
  return node.localName === "br" || beginsLine(node) ? ` ${inner} ` : inner;
}
