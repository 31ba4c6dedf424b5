import { join } from "node:path";
import { wordedIssue } from "#pipeline/core/format-issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { readRegular } from "#pipeline/io/regular-file.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { releasePath } from "#pipeline/publish/overview/catalog.ts";
import { formatStanding, type StandingRelease, standingRelease } from "#pipeline/publish/overview/standing-release.ts";
import type { RunOptions, RunResult } from "./run-options.ts";

/** Prints what a run did and what stands now, as text or JSON. Messages about a failure are on stderr already. */
export async function reportRun({ dist, json, quiet }: RunOptions, result: RunResult): Promise<void> {
  if (result.preview !== null) {
    if (json) return printJson(result.preview);
    // Only now, because it loads packages that a run with nothing to do should not wait for.
    const { formatPreview } = await import("#pipeline/publish/plan/preview.ts");
    return print(formatPreview(result.preview));
  }
  const store = releaseStore(dist);
  const [latest] = await store.versions();
  const standing = latest === undefined ? null : standingRelease(await store.open(latest), latest);
  if (json) return printJson(asJson(result, standing));
  if (quiet || result.status === "failed") return;
  print(sentenceOf(result, dist));
  if (standing !== null && result.status !== "would publish") print(`\n${formatStanding(standing, dist)}`);
  if (result.status === "published") reportOldCitation(dist);
}

/** The root of a repository has a copy of the newest citation, for the hosting site. */
function reportOldCitation(dist: string): void {
  const [atRoot, latest] = [join(dist, ".."), join(dist, "latest")].map((folder) =>
    readRegular(join(folder, CITATION)),
  );
  if (atRoot == null || latest == null || atRoot.equals(latest)) return;
  report(`${join(dist, "..", CITATION)} is that of another release. To write it again, run: npm run root-files`);
}

const CITATION = "CITATION.cff";

function sentenceOf({ status, version, why, nChanges }: RunResult, dist: string): string {
  if (status === "published") return `Published ${version} (${why}) as ${dist}/${releasePath(version ?? "")}.`;
  if (status === "would publish")
    return `Would publish ${version} (${why}), ${plural(nChanges, "row")} in changes.csv. To see the changes, add --preview; to publish them, run: npm run pipeline`;
  return `Nothing to publish: ${dist}/latest (${version}) has these data.`;
}

const asJson = ({ status, version, failure, why, nChanges, issues }: RunResult, standing: StandingRelease | null) => ({
  status,
  version,
  why,
  failure,
  changes: nChanges,
  latest: standing,
  issues: issues.map(wordedIssue),
});
