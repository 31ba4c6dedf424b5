import { jsonText } from "#pipeline/core/json-text.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import { darkPalette, lightPalette, paletteProperties } from "#pipeline/drawing/palette.ts";
import { dataset } from "#schemas/dataset.ts";
import { pathOf, placeLinks } from "./addresses.ts";
import { framePage } from "./frame.ts";
import type { Page, PageContext } from "./page.ts";
import { mapPage } from "./pages/map.ts";
import { overviewPage } from "./pages/overview.ts";
import { type SiteRelease, viewRelease } from "./release/release-view.ts";
import { hasSection } from "./sections.ts";
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
  const { shown, releases, outlines, base, read } = input;
  for (const version of shown) {
    const view = viewRelease(await read(version));
    const context: PageContext = { view, words: english, outlines, base, releases, shown };
    const trees = version === shown[0] ? ["", `${version}/`] : [`${version}/`];
    for (const page of pagesOf(context)) {
      const markup = framePage(page, context);
      for (const tree of trees) {
        const path = `${tree}${pathOf(page.address)}`;
        yield { path, text: placeLinks(markup, path, tree) };
      }
    }
    for (const tree of trees) yield* browserFiles(input, tree);
    for (const { path, isThere } of view.files) {
      if (isThere) yield { path: `${version}/${path}`, copyOf: { version, path } };
    }
  }
  yield { path: SITE_FILE, text: `${jsonText({ name: `${dataset.name} site`, releases: shown }, 2)}\n` };
}

/** The pages of one release. To add a kind of page, write its module in pages/ and list it here. */
function* pagesOf(context: PageContext): Generator<Page> {
  yield overviewPage(context);
  if (hasSection("map", context.view)) yield mapPage(context);
}

function* browserFiles({ style, script }: SiteInput, tree: string): Generator<SiteFile> {
  yield { path: `${tree}browser/site.css`, text: `${colours()}\n${style}` };
  yield { path: `${tree}browser/site.js`, text: script };
}

const colours = () =>
  [
    `:root { color-scheme: light dark; ${paletteProperties(lightPalette)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${paletteProperties(darkPalette)} } }`,
    `@media print { :root { ${paletteProperties(lightPalette)} } }`,
  ].join("\n");
