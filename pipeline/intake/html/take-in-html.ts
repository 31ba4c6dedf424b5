import { blocksOf, isHidden, type MarkedBlock } from "../markup/blocks-of.ts";
import { DELETED, isDeleted } from "../markup/deleted.ts";
import type { DomElement } from "../markup/dom.ts";
import { notesOf } from "../markup/notes-of.ts";
import { plainBlock } from "../markup/plain-block.ts";
import { tablesOf, tablesOfLinks } from "../markup/tables-of.ts";
import type { Dropped, Intake, Remark } from "../taken-in.ts";
import { tidyText } from "../tidy-text.ts";
import { toolsNamed } from "../tool-versions.ts";
import { findArticle } from "./article.ts";
import { decodeHtml } from "./charset.ts";
import { consentBanners } from "./consent-banners.ts";
import { htmlMetadata } from "./metadata.ts";
import { DEEPEST_PARSED, DEEPEST_SEARCHED, isNestedDeeper } from "./nesting.ts";
import { findNoArticle } from "./no-article.ts";
import { readPage } from "./read-page.ts";

interface HtmlOptions {
  /** The charset that the server named; `null` if it named none, or the page is a file. */
  readonly charset: string | null;
}

/** Running heads and feet as LibreOffice exports them. */
const RUNNING_HEADS = "div[title=header], div[title=footer]";

const TOO_DEEP: Intake = { refusal: { code: "html-too-deep", detail: null } };

/** Takes in a web page: the article of it, without what stands around. */
export function takeInHtml(bytes: Uint8Array, { charset }: HtmlOptions): Intake {
  const { html, remarks } = decodeHtml(bytes, charset);
  if (isNestedDeeper(html, DEEPEST_PARSED)) return TOO_DEEP;
  const isDeep = isNestedDeeper(html, DEEPEST_SEARCHED);
  const page = readPage(html);
  const notes = notesOf(page);
  const tables = tablesOf(page.body, notes.elements).filter(({ element }) => !isBelowHidden(element));
  const heads = [...page.querySelectorAll(RUNNING_HEADS)];
  const linkTables = tablesOfLinks(page.body);
  const places = [...page.body.querySelectorAll("a[href^='#']")].filter(isPlaceMark);
  const data = tables.map(({ element }) => element);
  const banners = isDeep ? [] : consentBanners(page);
  const skipped = new Set([...notes.elements, ...data, ...heads, ...linkTables, ...places, ...banners]);
  const article = findArticle(html, { page, blocks: blocksOf(page.body, { skipped }), banners, isDeep });
  if (article === null) return TOO_DEEP;
  const noArticle = findNoArticle(page, article);
  if (noArticle !== null) return { refusal: noArticle };
  const around = article.kept.map(({ element }) => element);
  const isInside = insideOf(around);
  const keptTables = tables.filter(({ element }) => isInside(element));
  const keptNotes = notes.notes.filter(({ reference, element }) => isInside(reference ?? element));
  const deleted = [...page.body.querySelectorAll(DELETED)].filter((element) => isDeleted(element) && isInside(element));
  const declared = htmlMetadata(page);
  return {
    taken: {
      blocks: article.kept.map(plainBlock),
      notes: keptNotes.map(({ mark, text, page: number }) => ({ mark, text, page: number })),
      tables: keptTables.map(({ page: number, caption, rows }) => ({ page: number, caption, rows })),
      dropped: [
        ...droppedIn(heads, "running-head"),
        ...droppedIn(linkTables, "table-of-links"),
        ...droppedIn(banners, "banner"),
        ...deleted.map((element) => ({ text: tidyText(element.textContent ?? ""), page: null, rule: "deleted" })),
        ...article.dropped.map((block) => asDropped(block, "not-of-the-article")),
      ],
      hyphens: [],
      metadata: declared.metadata,
      nPages: null,
      tools: toolsNamed("@mozilla/readability", "linkedom"),
      remarks: [
        ...remarks,
        ...declared.remarks,
        ...deletedRemark(deleted.length),
        ...tablesRemark(keptTables.length),
        ...imagesRemark(picturesIn(page.body).filter(isInside).length),
      ],
    },
  };
}

/** The link of a heading to itself, which readers copy. */
const isPlaceMark = ({ textContent }: DomElement) => /^\s*[¶#§🔗]?\s*$/u.test(textContent ?? "");

const droppedIn = (elements: readonly DomElement[], rule: string): Dropped[] =>
  elements.flatMap((element) => blocksOf(element, { skipped: new Set() }).map((block) => asDropped(block, rule)));

const asDropped = ({ text }: MarkedBlock, rule: string): Dropped => ({ text, page: null, rule });

function isBelowHidden(element: DomElement): boolean {
  for (let at: DomElement | null = element; at !== null; at = at.parentElement) if (isHidden(at)) return true;
  return false;
}

/** Whether an element stands among the blocks of the article: below the nearest element that has its first and last block. */
function insideOf(blocks: readonly DomElement[]): (element: DomElement) => boolean {
  const [first] = blocks;
  const last = blocks.at(-1);
  let root: DomElement | null = first ?? null;
  while (root !== null && last !== undefined && !(root.contains(last) && root !== first)) root = root.parentElement;
  return (element) => root === null || root.contains(element);
}

export const tablesRemark = (count: number): Remark[] =>
  count === 0 ? [] : [{ code: "tables", page: null, detail: String(count) }];

export const imagesRemark = (count: number): Remark[] =>
  count === 0 ? [] : [{ code: "images", page: null, detail: String(count) }];

const deletedRemark = (count: number): Remark[] =>
  count === 0 ? [] : [{ code: "deleted-words", page: null, detail: String(count) }];

const picturesIn = (body: DomElement) => [...body.querySelectorAll("figure img, p img, a img")];
