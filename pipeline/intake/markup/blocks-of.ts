import { hasWords, isLine, tidyText } from "#pipeline/intake/tidy-text.ts";
import type { Block } from "../taken-in.ts";
import { isDeleted } from "./deleted.ts";
import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";

/** A block, and the elements that it is from. */
export interface MarkedBlock extends Block {
  /** The nearest element that begins a line. */
  readonly element: DomElement;
  /** Characters inside links. */
  readonly linked: number;
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section " +
    "summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements without words of the document. */
const SILENT = new Set(
  (
    "head script style noscript template iframe object embed applet svg canvas audio video map select option button " +
    "input textarea datalist progress meter title link meta base"
  ).split(" "),
);

/** Deeper elements are read as text alone: no page is so deep, and the stack has an end. */
const DEEPEST = 400;

interface Walk {
  /** Elements that are left out with everything in them: marks of notes, notes, tables. */
  readonly skipped: ReadonlySet<DomElement>;
}

/** Where the walk is. */
interface Place {
  /** The nearest element that begins a line. */
  readonly block: DomElement;
  readonly depth: number;
  readonly isLinked: boolean;
}

/** The blocks below an element, in their order. */
export function blocksOf(root: DomElement, { skipped }: Walk): MarkedBlock[] {
  const lines = new Lines();
  walk(root, { block: root, depth: 0, isLinked: false }, { skipped, lines });
  lines.end(root);
  return lines.blocks;
}

function walk(node: DomNode, place: Place, work: Walk & { readonly lines: Lines }): void {
  const { lines, skipped } = work;
  const { depth, isLinked } = place;
  if (isText(node)) lines.addText(node.textContent ?? "", isLinked);
  if (!isElement(node) || skipped.has(node) || isHidden(node)) return;
  const isBlock = beginsLine(node);
  const block = isBlock ? node : place.block;
  if (isBlock) lines.end(place.block);
  if (node.localName === "br") lines.addBreak(block);
  else if (depth > DEEPEST) lines.addText(node.textContent ?? "", isLinked);
  else if (node.localName === "pre") lines.addParagraphs(node);
  else
    for (const child of node.childNodes)
      walk(child, { block, depth: depth + 1, isLinked: isLinked || node.localName === "a" }, work);
  if (isBlock) lines.end(node);
}

/** The line that is being read, and those before it. */
class Lines {
  readonly blocks: MarkedBlock[] = [];
  #parts: string[] = [];
  #linked = 0;
  #isAfterBreak = false;

  addText(text: string, isLinked: boolean): void {
    if (text.trim() !== "") this.#isAfterBreak = false;
    if (isLinked) this.#linked += text.length;
    this.#parts.push(text);
  }

  /** One break is a space; two in a row end a paragraph. */
  addBreak(block: DomElement): void {
    if (this.#isAfterBreak) this.end(block);
    this.#parts.push(" ");
    this.#isAfterBreak = true;
  }

  /** In preformatted text, a blank line ends a paragraph. */
  addParagraphs(pre: DomElement): void {
    for (const text of (pre.textContent ?? "").split(/\n[^\S\n]*\n/u)) {
      this.addText(text, false);
      this.end(pre);
    }
  }

  end(element: DomElement): void {
    const text = tidyText(this.#parts.join(""));
    // A single mark between elements divides them; in a paragraph, it is what the author wrote.
    if (hasWords(text) || (isLine(text) && ["p", "li"].includes(element.localName)))
      this.blocks.push({ ...kindOf(element), text, page: null, column: null, element, linked: this.#linked });
    this.#parts = [];
    this.#linked = 0;
    this.#isAfterBreak = false;
  }
}

/** Whether an element begins and ends a line: by its name, by its own style, or as the source below a quotation. */
export const beginsLine = (element: DomElement): boolean =>
  BLOCKS.has(element.localName) ||
  /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/iu.test(element.getAttribute("style") ?? "") ||
  isSourceOfQuotation(element);

/** A `cite` at the end of a quotation, after a whole sentence or a paragraph; others are titles in a sentence. */
function isSourceOfQuotation(element: DomElement): boolean {
  if (element.localName !== "cite" || element.parentElement?.localName !== "blockquote") return false;
  const isBlank = (node: DomNode | null) => node !== null && isText(node) && (node.textContent ?? "").trim() === "";
  let [before, after] = [element.previousSibling, element.nextSibling];
  while (isBlank(after)) after = after?.nextSibling ?? null;
  while (isBlank(before)) before = before?.previousSibling ?? null;
  if (after !== null || before === null) return false;
  return isElement(before)
    ? BLOCKS.has(before.localName) || before.localName === "br"
    : /[.!?…»”"]\s*[-–—]?\s*$/u.test(before.textContent ?? "");
}

export function isHidden(element: DomElement): boolean {
  if (SILENT.has(element.localName) || element.hasAttribute("hidden") || isDeleted(element)) return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute("style") ?? "");
}

function kindOf(element: DomElement): Pick<Block, "kind" | "rule"> {
  const name = element.localName;
  if (/^h[1-6]$/u.test(name) || element.getAttribute("role") === "heading") return { kind: "heading", rule: "heading" };
  if (element.closest("li, dt, dd") !== null) return { kind: "item", rule: "list-item" };
  if (name === "figcaption") return { kind: "paragraph", rule: "figure-caption" };
  if (name === "pre") return { kind: "paragraph", rule: "preformatted" };
  if (name === "td" || name === "th") return { kind: "paragraph", rule: "layout-table" };
  if (element.closest("blockquote") !== null) return { kind: "paragraph", rule: "quotation" };
  return { kind: "paragraph", rule: name === "p" ? "paragraph" : "loose-text" };
}
