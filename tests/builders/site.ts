import { gzipSync } from "node:zlib";
import { feedOf } from "#pipeline/commands/site.ts";
import { readSiteRelease } from "#pipeline/commands/site-release.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import { readOutlineFiles } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { renderSite, type SiteFile, type SiteInput } from "#pipeline/site/render-site.ts";

/** The project's own releases as pages, as `site` writes them. Files that are copied have no text. */
export async function theRealSite(options: Partial<SiteInput> = {}): Promise<ReadonlyMap<string, string | null>> {
  const store = releaseStore("dist");
  const versions = await store.versions();
  const all = await store.releases();
  const releases = all.map(({ version, created }) => ({ version, created }));
  const shown = versions.filter(
    (version, at) => versions.findIndex((other) => other.split(".")[0] === version.split(".")[0]) === at,
  );
  return filesOf({
    ...{ shown, releases, feed: feedOf(all), base: null, style: "", script: "" },
    outlines: readOutlines(readOutlineFiles("raw")),
    read: (version) => readSiteRelease(store, version),
    ...options,
  });
}

/** All files of a site, by path. Throws if two have the same path. */
export async function filesOf(input: SiteInput): Promise<ReadonlyMap<string, string | null>> {
  const files = new Map<string, string | null>();
  for await (const file of renderSite(input)) {
    if (files.has(file.path)) throw new Error(`Two files of the site are called ${file.path}.`);
    files.set(file.path, textOf(file));
  }
  return files;
}

const textOf = (file: SiteFile) => ("text" in file ? file.text : null);

/** The pages among the files. */
export const pagesIn = (files: ReadonlyMap<string, string | null>) =>
  [...files].flatMap(([path, text]) => (text !== null && path.endsWith(".html") ? [{ path, text }] : []));

/** What a page weighs on its way to the browser. */
export const weightOf = (text: string) => gzipSync(text).length;
