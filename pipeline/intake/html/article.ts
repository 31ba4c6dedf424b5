import { Readability } from "@mozilla/readability";
import type { MarkedBlock } from "../markup/blocks-of.ts";
import { type DomDocument, type DomElement, namesOf } from "../markup/dom.ts";
import { tidyText } from "../tidy-text.ts";
import { readPage } from "./read-page.ts";

export interface Article {
  readonly kept: readonly MarkedBlock[];
  readonly dropped: readonly MarkedBlock[];
}

/** Elements that pages have around their article. A document that a program exported has none of them. */
const AROUND =
  "nav, aside, form, header, footer, [role=navigation], [role=banner], [role=complementary], [role=search]";
/** A block with a larger share of linked letters leads elsewhere. */
const MOST_LINKED = 0.5;
/** A paragraph of this length is prose: most captions, links and buttons are shorter. */
const PROSE = 80;
/** What Readability is asked for beyond: fewer letters and it tries again with laxer rules, its own default. */
const LEAST_LETTERS = 500;

interface PageParts {
  /** The page as it is read from the HTML. */
  readonly page: DomDocument;
  /** Its blocks, without those of the banners. */
  readonly blocks: readonly MarkedBlock[];
  /** What lies over the page. */
  readonly banners: readonly DomElement[];
  /** Whether its elements are nested deeper than Readability can read in reasonable time. */
  readonly isDeep: boolean;
}

/**
 * Parts the blocks of a page into those of its article and the others. Readability finds the article, in a DOM of its own
 * because it destroys the one that it is given; each element carries a mark through it, so that the blocks themselves
 * stay as they are in the page. A document without anything around it is an article as a whole. `null` if the page would
 * have to be searched, and is nested too deep.
 */
export function findArticle(html: string, { page, blocks, banners, isDeep }: PageParts): Article | null {
  if (isBare(page, blocks)) return { kept: blocks, dropped: [] };
  if (isDeep) return null;
  const order = new Map([...page.querySelectorAll("*")].map((element, at) => [element, at]));
  const numbersOf = (elements: readonly DomElement[]) => new Set(elements.flatMap((each) => order.get(each) ?? []));
  const found = readable(html, {
    marked: numbersOf(blocks.map(({ element }) => element)),
    removed: numbersOf(banners),
  });
  const isFound = ({ element, text }: MarkedBlock) =>
    found.marks.has(order.get(element) ?? -1) || (text.length >= PROSE && found.text.includes(text));
  const isKept = blocks.map(isFound);
  rescue(blocks, isKept);
  return { kept: blocks.filter((_, at) => isKept[at]), dropped: blocks.filter((_, at) => !isKept[at]) };
}

function isBare(page: DomDocument, blocks: readonly MarkedBlock[]): boolean {
  if (page.body.querySelector(AROUND) !== null) return false;
  const all = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  return linked <= all * 0.2 && page.querySelector("script[src]") === null;
}

const MARK = "data-taken-";

interface Numbers {
  /** Those to look for, and no more: Readability copies the marks of elements around one another. */
  readonly marked: ReadonlySet<number>;
  readonly removed: ReadonlySet<number>;
}

/** Which of the marked elements Readability keeps, by their number in the page, and the text of all that it keeps. */
function readable(
  html: string,
  { marked, removed }: Numbers,
): { readonly marks: ReadonlySet<number>; readonly text: string } {
  const own = readPage(html);
  // The number is in the name: where Readability puts one element in the place of another, both names stay.
  [...own.querySelectorAll("*")].forEach((element, at) => {
    if (removed.has(at)) element.remove();
    if (marked.has(at)) element.setAttribute(`${MARK}${at}`, "");
  });
  const parsed = new Readability(own, { charThreshold: LEAST_LETTERS, disableJSONLD: true }).parse();
  if (parsed === null) return { marks: new Set(), text: "" };
  const marks = [...(parsed.content ?? "").matchAll(/ data-taken-(\d+)=/gu)].map(([, at]) => Number(at));
  return { marks: new Set(marks), text: tidyText(parsed.textContent ?? "") };
}

/** Names of what stands inside an article and is none of it. */
const FOREIGN =
  /share|social|related|recommend|newsletter|subscribe|promo|advert|banner|comment|sidebar|breadcrumb|cookie|consent|menu|pager|navbar|navheader|navfooter/iu;

/**
 * Keeps what Readability takes for clutter between two paragraphs that it keeps: prose, headings and short lists. It also
 * leaves out a heading with the words of the title, which a text begins with.
 */
function rescue(blocks: readonly MarkedBlock[], isKept: boolean[]): void {
  const first = isKept.indexOf(true);
  const last = isKept.lastIndexOf(true);
  blocks.forEach((block, at) => {
    if (isKept[at] || at < first || at > last || isLinked(block) || isForeign(block.element)) return;
    isKept[at] = block.kind !== "paragraph" || block.text.length >= PROSE;
  });
  const titles = blocks.flatMap(({ element }, at) => (element.localName === "h1" && at < first ? [at] : []));
  const [title] = titles;
  if (titles.length === 1 && title !== undefined) isKept[title] = true;
}

const isLinked = ({ text, linked }: MarkedBlock) => linked > text.length * MOST_LINKED;

function isForeign(element: DomElement): boolean {
  if (element.closest("nav, aside, form, footer") !== null) return true;
  for (let at: DomElement | null = element; at !== null && at.localName !== "body"; at = at.parentElement)
    if (FOREIGN.test(namesOf(at))) return true;
  return false;
}
