import type { ReleaseReader, ReleaseStore } from "#pipeline/core/release-store.ts";
import { diffReleases } from "./compare/diff.ts";
import { readManifest } from "./compare/other-files.ts";
import { readRelease } from "./compare/published-release.ts";
import { describeRelease } from "./describe/describe.ts";
import { earlierChanges } from "./plan/changes.ts";
import { claimTraces } from "./plan/claim-traces.ts";
import { type Comparison, compare, reasonsIn, STAGED } from "./plan/comparison.ts";
import { openCorrections } from "./plan/corrections.ts";
import { factsOfLast } from "./plan/plan.ts";
import { findReasons, type Judgements } from "./plan/reasons.ts";
import type { Publication } from "./publish.ts";
import { writeTables } from "./tables/write-tables.ts";
import { withFiles } from "./with-files.ts";

interface Staged extends Pick<Publication, "resolution" | "pause"> {
  readonly judgements: Judgements;
  /** Where to write the tables; nothing of it stays. */
  readonly begin: ReleaseStore["begin"];
  /** Any release, and the newest one. */
  readonly from: ReleaseReader;
  readonly last: ReleaseReader;
}

/**
 * Compares a release with what raw/ gives now. The reasons are those that have been recorded since the last release, and
 * otherwise those that it published.
 */
export async function compareStaged({ resolution, judgements, begin, from, last, pause }: Staged): Promise<Comparison> {
  const workspace = await begin();
  try {
    const content = await writeTables({ resolution, workspace, observe: () => undefined, pause });
    const described = describeRelease({ ...factsOfLast(last), content, editions: [] });
    const [older, newer] = [readRelease(from), readRelease(withFiles(workspace, described))];
    const diff = { ...diffReleases(older, newer), to: STAGED };
    const changes = earlierChanges(last);
    const { correctionKeys } = readManifest(last);
    const corrections = openCorrections(judgements.corrections, { changes, correctionKeys });
    const [recorded, published] = [
      findReasons(diff, newer, { decisions: judgements.decisions, corrections }),
      reasonsIn(changes),
    ];
    return compare({
      diff,
      traces: claimTraces(diff, older, newer),
      reasonOf: (...cell) => recorded(...cell) ?? published(...cell),
    });
  } finally {
    await workspace.discard();
  }
}
