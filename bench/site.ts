import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readSiteRelease } from "#pipeline/commands/site-release.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import { readOutlineFiles } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { readBrowserFiles } from "#pipeline/io/site-folder.ts";
import { renderSite } from "#pipeline/site/render-site.ts";
import type { SiteUsage, Usage } from "./usage.ts";

/** Reads the newest release of `dist` as the command `site` does. */
export async function readNewest(dist: string) {
  const store = releaseStore(dist);
  const releases = (await store.releases()).map(({ version, created }) => ({ version, created }));
  const [newest = ""] = releases.map(({ version }) => version);
  return { newest, releases, release: await readSiteRelease(store, newest) };
}

/** Makes its pages as the command `site` does, and drops each. */
export async function makePages(project: string, dist: string): Promise<Omit<SiteUsage, keyof Usage>> {
  const { newest, releases, release } = await readNewest(dist);
  const rendered = renderSite({
    ...{ shown: [newest], releases, base: null, feed: () => "", read: async () => release },
    outlines: readOutlines(readOutlineFiles(join(project, "raw"))),
    style: readBrowserFiles("style"),
    script: readBrowserFiles("script"),
  });
  let [files, bytes] = [0, 0];
  let heaviest = { path: "", bytes: 0 };
  for await (const file of rendered) {
    files++;
    if (!("text" in file)) continue;
    bytes += file.text.length;
    // A page that is shorter than the heaviest cannot be heavier.
    if (!file.path.endsWith(".html") || file.text.length <= heaviest.bytes) continue;
    const packed = gzipSync(file.text).length;
    if (packed > heaviest.bytes) heaviest = { path: file.path, bytes: packed };
  }
  return { files, bytes, heaviest };
}
