import type { ReleaseReader, ReleaseStore } from "#pipeline/core/release-store.ts";
import { byNewest } from "#pipeline/core/version-number.ts";
import { diffReleases } from "./compare/diff.ts";
import { readManifest } from "./compare/other-files.ts";
import { readRelease } from "./compare/published-release.ts";
import { describeRelease } from "./describe/describe.ts";
import { cellsOfClaims, claimTraces } from "./plan/claim-traces.ts";
import { type Comparison, compare, newestReasons, STAGED } from "./plan/comparison.ts";
import { readLast } from "./plan/last-release.ts";
import { openSince } from "./plan/open-since.ts";
import { findReasons, type Judgements } from "./plan/reasons.ts";
import { recordLines } from "./plan/record-lines.ts";
import type { Publication } from "./publish.ts";
import { writeTables } from "./tables/write-tables.ts";
import { withFiles } from "./with-files.ts";

interface Staged extends Pick<Publication, "resolution" | "agreement" | "pause"> {
  readonly judgements: Judgements;
  /** Where to write the tables; nothing of it stays. */
  readonly begin: ReleaseStore["begin"];
  /** Any release, and the newest one. */
  readonly from: ReleaseReader;
  readonly last: ReleaseReader;
}

/**
 * Compares a release with what raw/ gives now. The reasons are those that have been recorded since the last release, as
 * in the plan of the next one, and otherwise those that were published after the release that is compared.
 */
export async function compareStaged({
  resolution,
  agreement,
  judgements,
  begin,
  from,
  last,
  pause,
}: Staged): Promise<Comparison> {
  const workspace = await begin();
  try {
    const content = await writeTables({ resolution, agreement, workspace, observe: () => undefined, pause });
    const published = readLast(last);
    const described = describeRelease({ ...published, content, editions: [] });
    const [older, newer] = [readRelease(from), readRelease(withFiles(workspace, described))];
    const diff = { ...diffReleases(older, newer), to: STAGED };
    const { changes } = published;
    const past = { changes, correctionKeys: readManifest(last).correctionKeys };
    const corrections = openSince(judgements.corrections, past, cellsOfClaims([published, newer], changes));
    const recorded = findReasons(diff, newer, { decisions: judgements.decisions, corrections });
    const earlier = newestReasons(changes.filter(({ version }) => byNewest(version, diff.from) < 0));
    return compare({
      diff,
      traces: claimTraces(diff, older, newer),
      reasonOf: (...cell) => recorded(...cell) ?? earlier(...cell),
      lineOf: recordLines(older, newer),
    });
  } finally {
    await workspace.discard();
  }
}
