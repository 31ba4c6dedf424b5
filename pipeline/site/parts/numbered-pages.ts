import { numbered } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { Page } from "../page.ts";
import type { Words } from "../words/words.ts";
import { type Listing, MOST_LINES } from "./listing.ts";

/** A part of a long list: its number, and its rows from one up to another. */
export interface NumberedPart {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts so many rows into parts of a size: at least one. */
export const partsOf = (nRows: number, size: number): NumberedPart[] =>
  Array.from({ length: Math.max(1, Math.ceil(nRows / size)) }, (_, at) => ({
    ...{ number: at + 1, from: at * size, to: Math.min(nRows, (at + 1) * size) },
  }));

/** On which part of a listing a line stands. */
export const partOfLine = (line: number): number => Math.floor(line / MOST_LINES) + 1;

interface Parts {
  /** What the parts are of. */
  readonly title: string;
  readonly addresses: readonly string[];
  /** The number of the part that links to the others. */
  readonly number: number;
}

/** The links between the parts of a list. */
export const partLinks = ({ title, addresses, number }: Parts): Html =>
  html`<nav class="parts" aria-label="${title}"><ul class="inline-list">${addresses.map(
    (address, at) =>
      html`<li><a href="${address}"${at + 1 === number && html` aria-current="page"`}>${at + 1}</a></li>`,
  )}</ul></nav>`;

interface LongPage extends Omit<Page, "content"> {
  /** What stands above the list on its first page. `hrefOf` leads to an anchor of the list, on whichever page it is. */
  readonly head: (hrefOf: (anchor: string) => string) => Piece;
  readonly listing: Listing<Piece>;
}

/** A page whose list grows with the release: one page, or several that link to each other. Only the first has the head. */
export function* numberedPages({ head, listing, ...page }: LongPage, { parts: words }: Words): Generator<Page> {
  const parts = partsOf(listing.nLines, MOST_LINES);
  const addresses = parts.map(({ number }) => numbered(page.address, number));
  const hrefOf = (anchor: string) => {
    const number = partOfLine(listing.anchors.get(anchor) ?? 0);
    return `${number === 1 ? "" : numbered(page.address, number)}#${anchor}`;
  };
  for (const { number, from, to } of parts) {
    const links =
      parts.length > 1 && html`<p>${words.note}</p>\n${partLinks({ title: words.title, addresses, number })}\n`;
    yield {
      ...page,
      address: numbered(page.address, number),
      title: number === 1 ? page.title : words.titleOf(page.title, number, parts.length),
      content: html`${links}${number === 1 && head(hrefOf)}${listing.slice(from, to)}`,
      isListed: number === 1 && page.isListed !== false,
    };
  }
}
