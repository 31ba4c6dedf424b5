import { jsonText } from "#pipeline/core/json-text.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import { darkPalette, lightPalette, paletteProperties } from "#pipeline/drawing/palette.ts";
import { dataset } from "#schemas/dataset.ts";
import { FEED, pages, pathOf, placeLinks } from "./addresses.ts";
import { framePage, lastingPath } from "./frame.ts";
import { html, wordsOfMarkup } from "./html.ts";
import type { Page, PageContext } from "./page.ts";
import { aboutPage } from "./pages/about.ts";
import { actorPagesOf } from "./pages/actor.ts";
import { actorsPages } from "./pages/actors.ts";
import { codebookPage } from "./pages/codebook.ts";
import { codesPage } from "./pages/codes.ts";
import { columnsPage, usersOfLists } from "./pages/columns.ts";
import { disagreementsPages } from "./pages/disagreements.ts";
import { historyPages } from "./pages/history.ts";
import { mapPage } from "./pages/map.ts";
import { overviewPage } from "./pages/overview.ts";
import { placePagesOf, placesPages } from "./pages/places.ts";
import { recordPageOf } from "./pages/record.ts";
import { releasesPage } from "./pages/releases.ts";
import { SEARCH_INDEX, searchIndex, searchPage } from "./pages/search.ts";
import { sourcePagesOf } from "./pages/source.ts";
import { sourcesPage } from "./pages/sources.ts";
import { tablePages } from "./pages/table.ts";
import { tablesPage } from "./pages/tables.ts";
import { timelinePage } from "./pages/timeline.ts";
import { warfarePages } from "./pages/warfare.ts";
import { RECORD_TABLES } from "./parts/links.ts";
import { isPerson, personFinder } from "./parts/people.ts";
import { type ReleaseView, type SiteRelease, viewRelease } from "./release/release-view.ts";
import { hasSection } from "./sections.ts";
import { type ListedPage, sitemaps } from "./sitemap.ts";
import { english } from "./words/english/english.ts";

/** A file of the site: its text, or the file of a release of which it is a copy. */
export type SiteFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly copyOf: { readonly version: string; readonly path: string } };

export interface SiteInput {
  /** The versions to show, newest first, and how to read one of them. One is in memory at a time. */
  readonly shown: readonly string[];
  readonly read: (version: string) => Promise<SiteRelease>;
  /** All releases that can be read, newest first. */
  readonly releases: PageContext["releases"];
  readonly outlines: Outlines;
  /** The address of the site, with a slash at the end; `null` if it is not known. */
  readonly base: string | null;
  /** The text of the feed of all releases, with the links given. */
  readonly feed: (linkTo: (version: string) => string) => string;
  /** What the browser needs: the style sheet and the script. */
  readonly style: string;
  readonly script: string;
}

/** The name of the file by which a folder is known to be such a site. */
export const SITE_FILE = "site.json";

/**
 * The files of the site, one after the other, so that they need not be in memory together. The same releases give the same
 * bytes. The pages of the newest release are there twice: at an address that always leads to the newest, and at one of
 * their own.
 */
export async function* renderSite(input: SiteInput): AsyncGenerator<SiteFile> {
  const { shown, releases, outlines, base, read, feed } = input;
  const listed: ListedPage[] = [];
  for (const version of shown) {
    const view = viewRelease(await read(version));
    const context: PageContext = { view, words: english, outlines, base, releases, shown };
    const trees = version === shown[0] ? ["", `${version}/`] : [`${version}/`];
    const place = function* (page: Page, trees: readonly string[]) {
      const isListed = mayBeListed(page, view);
      if (isListed) listed.push({ path: lastingPath(page, context), day: view.cited.created });
      yield* placed({ ...page, isListed }, context, trees);
    };
    for (const page of pagesOf(context)) yield* place(page, trees);
    if (version === shown[0]) for (const page of historyPages(context)) yield* place(page, [""]);
    const index = searchIndex(context);
    for (const tree of trees) yield* browserFiles({ ...input, index }, tree);
    for (const { path, isThere } of view.files) {
      if (isThere) yield { path: `${version}/${path}`, copyOf: { version, path } };
    }
  }
  yield { path: FEED, text: feed((version) => `${base ?? ""}${pathOfRelease(version, input)}`) };
  if (base !== null) yield* sitemaps(base, listed);
  yield { path: SITE_FILE, text: `${jsonText({ name: `${dataset.name} site`, releases: shown }, 2)}\n` };
}

/** Search engines may not list a page that names a person. */
const mayBeListed = ({ title, lead, content, isListed = true }: Page, view: ReleaseView): boolean =>
  isListed && ![title, wordsOfMarkup(html`${lead}`), wordsOfMarkup(content)].some(personFinder(view));

/** Where the site tells of a release: its pages, or its place in the list. */
function pathOfRelease(version: string, { shown, releases }: SiteInput): string {
  if (shown.includes(version)) return `${version}/${pathOf(pages.overview)}`;
  // The list ends with the newest release that is shown, and has none that is withdrawn.
  const names = releases.map((release) => release.version);
  const isInList = names.indexOf(version) >= names.indexOf(shown[0] ?? "");
  return `${pathOf(pages.releases)}${names.includes(version) && isInList ? `#v${version}` : ""}`;
}

/** A page at each of its addresses. It is written once: only its links depend on where it stands. */
function* placed(page: Page, context: PageContext, trees: readonly string[]): Generator<SiteFile> {
  const path = pathOf(page.address);
  const textIn = placeLinks(framePage(page, context), path);
  for (const tree of trees) yield { path: `${tree}${path}`, text: textIn(tree) };
}

/** The pages of one release. To add a kind of page, write its module in pages/ and list it here. */
function* pagesOf(context: PageContext): Generator<Page> {
  yield overviewPage(context);
  if (hasSection("map", context.view)) yield mapPage(context);
  if (hasSection("timeline", context.view)) yield timelinePage(context);
  if (hasSection("warfare", context.view)) yield* warfarePages(context);
  yield* actorsPages(context);
  for (const actor of context.view.rows("actors"))
    if (!isPerson(actor.actor_id ?? "", context.view)) yield* actorPagesOf(actor, context);
  yield* placesPages(context);
  for (const place of context.view.rows("places")) yield* placePagesOf(place, context);
  if (hasSection("disagreements", context.view)) yield* disagreementsPages(context);
  yield sourcesPage(context);
  for (const source of context.view.rows("source_provenance")) yield* sourcePagesOf(source, context);
  for (const table of RECORD_TABLES)
    for (const row of context.view.rows(table)) yield recordPageOf(table, row, context);
  yield tablesPage(context);
  for (const table of context.view.tables) yield* tablePages(table, context);
  const lists = usersOfLists(context.view.rows("columns"));
  yield codebookPage(context, lists);
  for (const table of context.view.tables) yield columnsPage(table, context);
  for (const [list, users] of lists) yield codesPage(list, users, context);
  yield releasesPage(context);
  yield searchPage(context);
  yield aboutPage(context);
}

function* browserFiles({ style, script, index }: BrowserFiles, tree: string): Generator<SiteFile> {
  yield { path: `${tree}browser/site.css`, text: `${colours()}\n${style}` };
  yield { path: `${tree}browser/site.js`, text: script };
  yield { path: `${tree}browser/${SEARCH_INDEX}`, text: index };
}

interface BrowserFiles extends Pick<SiteInput, "style" | "script"> {
  readonly index: string;
}

const colours = () =>
  [
    `:root { color-scheme: light dark; ${paletteProperties(lightPalette)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${paletteProperties(darkPalette)} } }`,
    `@media print { :root { ${paletteProperties(lightPalette)} } }`,
  ].join("\n");
