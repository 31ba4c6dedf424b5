import { dirname } from "node:path";
import { plural } from "#pipeline/core/plural.ts";
import type { ReleaseOnDisk, ReleaseStore } from "#pipeline/core/release-store.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { terminalProgress } from "#pipeline/io/progress.ts";
import { readOutlineFiles } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { beginSite, mendSite, readBrowserFiles } from "#pipeline/io/site-folder.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { releasePath } from "#pipeline/publish/overview/catalog.ts";
import { buildFeed } from "#pipeline/publish/overview/feed.ts";
import { renderSite, SITE_FILE, type SiteInput } from "#pipeline/site/render-site.ts";
import { findVersion } from "./find-version.ts";
import { readSiteRelease } from "./site-release.ts";

export interface SiteOptions {
  /** Versions, or `latest`; none for the newest and the last of each major version. */
  readonly release: readonly string[];
  readonly out: string;
  /** The address at which the site will stand. */
  readonly base?: string | undefined;
  /** For the outlines of countries and regions. */
  readonly raw: string;
  readonly dist: string;
}

/** Writes releases as pages. It reads nothing but the releases and the outlines. */
export function site({ release, out, base, raw, dist }: SiteOptions): Promise<number> {
  const address = readBase(base);
  const outlines = readOutlines(readOutlineFiles(raw));
  return runAlone({ around: dirname(out), report }, async (signal, assertHeld) => {
    for (const line of await mendSite(out)) report(line);
    const store = releaseStore(dist);
    const shown = await versionsToShow(store, release);
    const [pause, progress] = [pauseFor(signal), terminalProgress()];
    const all = await store.releases();
    const releases = all
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ version, created }) => ({ version, created }));
    const folder = await beginSite(out, SITE_FILE);
    progress.begin("site");
    try {
      let nPages = 0;
      const files = renderSite({
        ...{ shown, releases, outlines, base: address },
        read: (version) => readSiteRelease(store, version),
        feed: feedOf(all),
        style: readBrowserFiles("style"),
        script: readBrowserFiles("script"),
      });
      for await (const file of files) {
        if ("text" in file) folder.write(file.path, file.text);
        else folder.copy(file.path, `${dist}/${releasePath(file.copyOf.version)}/${file.copyOf.path}`);
        if (file.path.endsWith(".html")) nPages++;
        if (nPages % 100 === 0) await pause();
      }
      await assertHeld();
      await folder.commit();
      progress.found(plural(nPages, "page"));
      progress.end();
      print(`${out} shows ${shown.join(", ")} in ${plural(nPages, "page")}. Open ${out}/index.html.`);
      return 0;
    } finally {
      await folder.discard();
    }
  });
}

/** The feed of releases, of which the site has a copy with links to its pages. */
export const feedOf =
  (releases: readonly ReleaseOnDisk[]): SiteInput["feed"] =>
  (linkTo) =>
    new TextDecoder().decode(buildFeed(releases, ({ version }) => linkTo(version)).bytes);

/** Newest first, each once. */
async function versionsToShow(store: ReleaseStore, asked: readonly string[]): Promise<string[]> {
  const versions = await store.versions();
  const majorOf = (version: string) => version.split(".")[0];
  const wanted =
    asked.length === 0
      ? versions.filter((version, at) => at === versions.findIndex((other) => majorOf(other) === majorOf(version)))
      : await Promise.all(asked.map((version) => findVersion(store, version)));
  if (wanted.length === 0) await findVersion(store, "latest");
  return versions.filter((version) => wanted.includes(version));
}

function readBase(base: string | undefined): string | null {
  if (base === undefined) return null;
  const address = URL.canParse(base) ? new URL(base) : null;
  if (address === null || !/^https?:$/u.test(address.protocol))
    throw new UsageError(`--base ${base} is not the address of a site, such as https://example.org/jnim-data/.`);
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}
