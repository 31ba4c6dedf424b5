import type { Outlines } from "#pipeline/core/outlines.ts";
import type { Html, Piece } from "./html.ts";
import type { ReleaseView } from "./release/release-view.ts";
import type { Section } from "./sections.ts";
import type { Words } from "./words/words.ts";

/** What the pages of one release are made from. */
export interface PageContext {
  readonly view: ReleaseView;
  readonly words: Words;
  /** The outlines of countries and regions, and the label anchors. */
  readonly outlines: Outlines;
  /** The address at which the site will stand, with a slash at the end; `null` if it is not known. */
  readonly base: string | null;
  /** All releases that can be read, newest first, with their days. */
  readonly releases: readonly { readonly version: string; readonly created: string }[];
  /** The releases that the site shows, newest first. */
  readonly shown: readonly string[];
}

/** One page of a release, without what all pages have. */
export interface Page {
  /** An address of `addresses.ts`, without an anchor. */
  readonly address: string;
  readonly title: string;
  /** What the page shows, in one sentence. */
  readonly lead: Piece;
  readonly content: Html;
  /** What must not be concluded from it. */
  readonly limits: readonly Piece[];
  /** The tables whose rows it shows. */
  readonly tables: readonly string[];
  /** Whether search engines may list it: not if it is about persons. */
  readonly isListed?: boolean;
  /** schema.org data. */
  readonly linkedData?: object;
  /** The section that it belongs to, if it is not one itself. */
  readonly section?: Section;
  /** Scripts that only this page needs, by name in `browser/`. They run before the one of all pages. */
  readonly scripts?: readonly string[];
  /** Wide content, such as a table: the page uses the whole window. */
  readonly isWide?: boolean;
}
