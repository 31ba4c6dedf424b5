import { hasWords, tidyText } from "#pipeline/intake/tidy-text.ts";
import type { Note } from "../taken-in.ts";
import { type DomDocument, type DomElement, namesOf } from "./dom.ts";
import { innerText } from "./inner-text.ts";

/** A note, its element, and the link in the text that leads to it. */
export interface MarkedNote extends Note {
  readonly element: DomElement;
  /** `null` if nothing in the text leads to it. */
  readonly reference: DomElement | null;
}

export interface FoundNotes {
  readonly notes: readonly MarkedNote[];
  /** What to leave out of the text: marks, notes, and the headings of sections that have nothing but notes. */
  readonly elements: ReadonlySet<DomElement>;
}

const MARK = /^[[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3})[\])]?\.?$/iu;
/** Names of notes: Word and mammoth, LibreOffice, Markdown, DocBook, EPUB, ARIA, MediaWiki. */
const NOTE_NAME = /foot-?note|end-?note|rear-?note|cite[_-]note|(?:^|[\s_-])(?:fn|ftn|edn|note)(?=\W|\d|_|$)/iu;
const SECTION =
  "[role=doc-endnotes], [role=doc-footnotes], [epub\\:type~=footnotes], [epub\\:type~=endnotes], [epub\\:type~=rearnotes], .footnotes, .endnotes, ol.references";
/** A note grows to the elements around it, but not to those that hold more than a note. */
const GROWS_TO = new Set(["a", "sup", "span", "b", "strong", "em", "i", "small", "p", "li", "dd", "aside", "cite"]);
const HOLDS_NOTE = new Set(["p", "li", "dd", "aside", "div", "td", "section"]);
const BACK = /^[\s[(]*(?:↩︎?|↑|\^|⏎|back|retour|return)[\s\])]*$/iu;

/** The notes of a document: those that a mark in the text links to, and those in sections of notes. */
export function notesOf(document: DomDocument): FoundNotes {
  const targets = targetsOf(document);
  const order = new Map([...document.body.querySelectorAll("*")].map((element, at) => [element, at]));
  const elements = new Set<DomElement>();
  const notes = new Map<DomElement, MarkedNote>();
  for (const link of document.body.querySelectorAll("a[href]")) {
    const mark = tidyText(link.textContent ?? "");
    const target = targets.get(fragmentOf(link));
    // A note follows its mark; the link from the note leads back.
    if (!MARK.test(mark) || target === undefined || (order.get(target) ?? 0) < (order.get(link) ?? 0)) continue;
    const element = holderOf(target);
    if (element === null || element.contains(link) || !isNote(element, { target, link })) continue;
    elements.add(markOf(link));
    if (notes.has(element)) continue;
    notes.set(element, { mark: mark.replace(/[[\]().]/gu, ""), element, reference: link, ...contentOf(element, mark) });
  }
  for (const section of document.body.querySelectorAll(SECTION)) addUnlinked(section, notes);
  for (const section of document.body.querySelectorAll(SECTION)) elements.add(section);
  for (const element of notes.keys()) elements.add(element);
  return { notes: [...notes.values()].filter(({ text }) => hasWords(text)), elements };
}

function targetsOf(document: DomDocument): Map<string, DomElement> {
  const targets = new Map<string, DomElement>();
  for (const element of document.body.querySelectorAll("[id], a[name]"))
    for (const name of [element.getAttribute("id"), element.getAttribute("name")])
      if (name !== null && !targets.has(name)) targets.set(name, element);
  return targets;
}

function fragmentOf(link: DomElement): string {
  const [, fragment = ""] = /#(.+)$/u.exec(link.getAttribute("href") ?? "") ?? [];
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The element that is the whole note, around the place that the mark links to. */
function holderOf(target: DomElement): DomElement | null {
  let holder = target;
  while (GROWS_TO.has(holder.localName) && !["li", "dd", "aside"].includes(holder.localName)) {
    const parent = holder.parentElement;
    if (parent === null) break;
    const isWhole = GROWS_TO.has(parent.localName) || (parent.localName === "div" && NOTE_NAME.test(namesOf(parent)));
    if (!isWhole && HOLDS_NOTE.has(holder.localName)) break;
    if (!isWhole && !HOLDS_NOTE.has(parent.localName)) break;
    holder = parent;
  }
  return HOLDS_NOTE.has(holder.localName) ? holder : null;
}

/** A note has a name for one, or links back to its mark. A section of the text, to which a table of contents leads, does not. */
function isNote(element: DomElement, { target, link }: { target: DomElement; link: DomElement }): boolean {
  if (element.querySelector("h1, h2, h3, h4, h5, h6") !== null || element.localName === "section") return false;
  if (NOTE_NAME.test(namesOf(target)) || NOTE_NAME.test(namesOf(element))) return true;
  const own = [link, link.parentElement].flatMap(
    (each) => each?.getAttribute("id") ?? each?.getAttribute("name") ?? [],
  );
  return [...element.querySelectorAll("a[href]")].some((back) => own.includes(fragmentOf(back)));
}

/** The mark with its raised letters, if it is alone in them. */
function markOf(link: DomElement): DomElement {
  let outer = link;
  while (outer.parentElement !== null && ["sup", "span", "small"].includes(outer.parentElement.localName)) {
    if (tidyText(outer.parentElement.textContent ?? "") !== tidyText(link.textContent ?? "")) break;
    outer = outer.parentElement;
  }
  return outer;
}

/** The words of a note without its mark and the way back. */
function contentOf(element: DomElement, mark: string): { readonly text: string; readonly page: null } {
  const bare = mark.replace(/[[\]().]/gu, "");
  const text = innerText(element, backsIn(element, bare));
  const escaped = bare.replace(/[*§¶†‡]/gu, "\\$&");
  return { text: text.replace(new RegExp(`^[\\[(]?${escaped}[\\])]?[.:]?\\s+`, "u"), ""), page: null };
}

/** Elements that lead back by their name: of ARIA, and of MediaWiki, which has a link for each place that a note is for. */
const NAMED_BACK = "[role=doc-backlink], .mw-cite-backlink";

/** What leads from a note back to its mark. */
function backsIn(element: DomElement, mark: string): ReadonlySet<DomElement> {
  const links = [...element.querySelectorAll("a[href*='#']")].filter(
    ({ textContent }) => BACK.test(textContent ?? "") || tidyText(textContent ?? "").replace(/[[\]().]/gu, "") === mark,
  );
  return new Set([...links, ...element.querySelectorAll(NAMED_BACK)]);
}

/** Notes of a section that no mark leads to; they are counted where they have no mark. */
function addUnlinked(section: DomElement, notes: Map<DomElement, MarkedNote>): void {
  const items = [...section.querySelectorAll("li")];
  const parts = items.length > 0 ? items : [...section.querySelectorAll("p")];
  parts.forEach((element, at) => {
    const isKnown = [...notes.keys()].some(
      (note) => note === element || note.contains(element) || element.contains(note),
    );
    if (!isKnown)
      notes.set(element, { mark: String(at + 1), element, reference: null, ...contentOf(element, String(at + 1)) });
  });
}
