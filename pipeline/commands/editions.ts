import { formatIssue } from "#pipeline/core/format-issue.ts";
import { readOutlines } from "#pipeline/extract/outlines.ts";
import { runAlone } from "#pipeline/io/alone.ts";
import { fencedStore } from "#pipeline/io/fenced-store.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { terminalProgress } from "#pipeline/io/progress.ts";
import { readOutlineFiles } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { formatRemade } from "#pipeline/publish/editions/format-remade.ts";
import { remakeEditions } from "#pipeline/publish/editions/remake.ts";
import { releasePath } from "#pipeline/publish/overview/catalog.ts";
import { repairStore } from "#pipeline/publish/repair.ts";
import { findVersion } from "./find-version.ts";

export interface EditionsOptions {
  /** A version, or `latest`. */
  readonly release: string;
  /** For the outlines of countries and regions. */
  readonly raw: string;
  readonly dist: string;
}

/**
 * Makes the editions again that the folder of a release lacks, as after a clone. Returns 1 if some cannot be made, and
 * says where to get them.
 */
export function editions({ release, raw, dist }: EditionsOptions): Promise<number> {
  const outlines = readOutlines(readOutlineFiles(raw));
  return runAlone({ dist, report }, async (signal, assertHeld) => {
    const store = fencedStore(releaseStore(dist), assertHeld);
    for (const message of await repairStore(store)) report(message);
    const { issues } = await store.check();
    for (const issue of issues) report(formatIssue(issue));
    if (issues.length > 0) return 1;
    const version = await findVersion(store, release);
    const folder = `${dist}/${releasePath(version)}`;
    const progress = terminalProgress();
    progress.begin("editions");
    const remade = await remakeEditions({ store, version, outlines, pause: pauseFor(signal), progress });
    progress.end();
    await repairStore(store);
    if (remade.made.length + remade.refused.size === 0) print(`${folder} has all editions.`);
    for (const line of formatRemade(version, folder, remade)) print(line);
    return remade.refused.size === 0 ? 0 : 1;
  });
}
