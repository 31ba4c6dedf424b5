/**
 * Where pages are. All links are relative, so that the site works from any folder and without a server. A page does not
 * know how deep it lies: its links begin with one of two private characters, which `placeLinks` replaces at the end.
 */

/** The folder of the pages of one release. */
const TREE = "\uE000";
/** The folder of the whole site. */
const SITE = "\uE001";

const inTree = (path: string) => `${TREE}${path}`;

/** An id, code or name as a part of an address. Those of the data are plain already; others are encoded. */
const part = (name: string) => encodeURIComponent(name);

/** The pages of a release that exist once. */
export const pages = {
  overview: inTree("index.html"),
  map: inTree("map.html"),
  timeline: inTree("timeline.html"),
  warfare: inTree("warfare.html"),
  actors: inTree("actor/index.html"),
  places: inTree("place/index.html"),
  disagreements: inTree("disagreements.html"),
  sources: inTree("source/index.html"),
  tables: inTree("table/index.html"),
  codebook: inTree("codebook.html"),
  releases: inTree("releases.html"),
  search: inTree("search.html"),
  about: inTree("about.html"),
} as const;

export const recordPage = (id: string) => inTree(`r/${part(id)}.html`);
export const actorPage = (id: string) => inTree(`actor/${part(id)}.html`);
export const placePage = (id: string) => inTree(`place/${part(id)}.html`);
export const sourcePage = (id: string, locator?: string) =>
  inTree(`source/${part(id)}.html${locator === undefined ? "" : `#${locator}`}`);
/** A table of many rows has several pages. */
export const tablePage = (table: string, number = 1) =>
  inTree(`table/${part(table)}${number === 1 ? "" : `-${number}`}.html`);
export const codePage = (codelist: string, code?: string) =>
  inTree(`code/${part(codelist)}.html${code === undefined ? "" : `#${part(code)}`}`);
export const columnPage = (table: string, column?: string) =>
  inTree(`column/${part(table)}.html${column === undefined ? "" : `#${part(column)}`}`);
/** The further pages of a list that is too long for one page. No id has a dot, so no other page has this address. */
export const numbered = (page: string, number: number) =>
  number === 1 ? page : page.replace(/\.html$/u, `.${number}.html`);
/** A file for the browser, such as a style sheet. */
export const browserFile = (name: string) => inTree(`browser/${name}`);

/** All versions of a record. */
export const historyPage = (id: string) => `${SITE}id/${part(id)}.html`;
/** A page of one release, in the folder of that release. */
export const releasePage = (version: string, page: string) => `${SITE}${version}/${pathOf(page)}`;
/** A file of a release, of which the site has a copy. */
export const releaseFile = (version: string, path: string) => `${SITE}${version}/${path}`;
/** The feed of releases, of which the site has one. */
export const FEED = "feed.xml";
export const feed = `${SITE}${FEED}`;
/** The page of the newest release at the same address. */
export const newestPage = (page: string) => `${SITE}${pathOf(page)}`;

/** Whether an address is one of a release, and not of the whole site. */
export const isOfRelease = (address: string) => address.startsWith(TREE);

/** An address → its path below its root, without the anchor. */
export const pathOf = (address: string) => address.replace(/^[\uE000\uE001]/u, "").replace(/#.*$/u, "");

/**
 * Writes the links of a page, for which addresses must begin an attribute. `page` is its path below the folder of its
 * release, or below the site if it is of no release. The result takes that folder: `1.0.0/`, or nothing.
 */
export function placeLinks(markup: string, page: string): (tree: string) => string {
  // Links within a release are the same in each folder.
  const inRelease = markup.replaceAll(`="${TREE}`, `="${up(page)}`);
  return (tree) => inRelease.replaceAll(`="${SITE}`, `="${up(`${tree}${page}`)}`);
}

const up = (from: string) => "../".repeat(from.split("/").length - 1);
