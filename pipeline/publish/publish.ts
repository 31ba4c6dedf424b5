import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { NO_PROGRESS, type Progress } from "#pipeline/core/progress.ts";
import type { ReleaseOnDisk, ReleaseReader, ReleaseStore } from "#pipeline/core/release-store.ts";
import type { Entry, Resolution } from "#pipeline/core/resolution.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { changedWords, readManifest } from "./compare/other-files.ts";
import { readRelease } from "./compare/published-release.ts";
import { completeRelease, editionFormats, type Making } from "./complete-release.ts";
import type { TypedFile } from "./describe/croissant.ts";
import { describeRelease } from "./describe/describe.ts";
import { editions } from "./editions/editions.ts";
import { releasePath } from "./overview/catalog.ts";
import { correctionKey } from "./plan/corrections.ts";
import { checkDrafts, type Drafts } from "./plan/identity.ts";
import { readLast } from "./plan/last-release.ts";
import { planFirstRelease, planNextRelease, type ReleasePlan } from "./plan/plan.ts";
import type { Judgements } from "./plan/reasons.ts";
import { FIRST_VERSION } from "./plan/version.ts";
import { repairStore } from "./repair.ts";
import { type ReleaseContent, writeTables } from "./tables/write-tables.ts";
import { withFiles } from "./with-files.ts";
import { withdrawnWith } from "./withdrawal.ts";

export interface Publication extends Pick<Making, "created" | "inputs" | "outlines" | "sign" | "pause"> {
  readonly resolution: Resolution;
  /** How well second codings agree, for the codebook. */
  readonly agreement: readonly SourceAgreement[];
  readonly store: ReleaseStore;
  readonly judgements: Judgements;
  /** Path of retired.csv, where a coder lists retired ids. */
  readonly retiredPath: string;
  /** The ids of the draft sources, and the path of sources.csv. */
  readonly drafts?: Drafts;
  /** Called for every entry. */
  readonly observe: (entry: Entry) => void;
  /** Whether only to plan the release, and publish nothing. */
  readonly isTrial: boolean;
  /** Called once the release is in its place, before the files above the releases follow. */
  readonly onPublished?: ((plan: ReleasePlan) => void) | undefined;
  readonly progress?: Progress;
}

/**
 * Records → a release. The canonical files are written first, in a folder that readers do not see, and compared with
 * the last release. If something changed, the release is completed and published, and then the files above the releases
 * are updated. The returned plan says what was published or, in a trial, would be. With issues, nothing is published.
 */
export async function publish(publication: Publication): Promise<ReleasePlan> {
  const {
    resolution,
    agreement,
    store,
    created,
    inputs,
    pause,
    observe,
    isTrial,
    progress = NO_PROGRESS,
  } = publication;
  progress.begin("compare");
  progress.doing("verifying the releases");
  const { issues, releases } = await store.check();
  const [newest] = releases;
  if (issues.length > 0) return { ...NO_PLAN, version: newest?.version ?? FIRST_VERSION, issues };
  const last = lastOf(releases);
  const workspace = await store.begin();
  try {
    progress.doing("writing the tables");
    const content = await writeTables({ resolution, agreement, workspace, observe, pause });
    progress.found(`${plural(content.tables.length, "table")}, ${plural(countRows(content), "row")}`);
    const plan =
      last === undefined || newest === undefined
        ? planFirstRelease(created, rowCounts(content), newest?.version ?? null)
        : planAfter(await store.open(last.version), { publication, content, workspace, newest });
    if (plan.why === null || plan.issues.length > 0) return plan;
    checkDay(created, newest);
    const refused = withdrawnWith(inputs.inputs, releases);
    if (refused !== null) return { ...plan, issues: [withdrawnInputs(store.folder, refused)] };
    if (isTrial) return plan;
    const correctionKeys = publication.judgements.corrections.rows.map(({ values }) => correctionKey(values));
    const previous = newest === undefined ? null : { version: newest.version, sha256sums: newest.sumsHash };
    progress.begin("publish");
    await completeRelease({ ...publication, ...plan, previous, correctionKeys, workspace, content, progress });
    publication.onPublished?.(plan);
    progress.doing("copying the release to latest/");
    await repairStore(store);
    progress.found(plan.version);
    return plan;
  } finally {
    await workspace.discard();
  }
}

const lastOf = (releases: readonly ReleaseOnDisk[]) => releases.find(({ withdrawn }) => withdrawn === null);

/** Reports draft sources that the last release has. A damaged release, which only `publish` reports, has none. */
export async function findPublishedDrafts(drafts: Drafts, store: ReleaseStore): Promise<Issue[]> {
  const { issues, releases } = await store.check();
  const last = lastOf(releases);
  if (issues.length > 0 || last === undefined) return [];
  return checkDrafts(drafts, readRelease(await store.open(last.version)));
}

const NO_PLAN = { why: null, comparison: null, changes: [], changelog: "", migrating: null };

const countRows = ({ tables }: ReleaseContent) => tables.reduce((sum, { rowCount }) => sum + rowCount, 0);

const rowCounts = ({ tables }: ReleaseContent) => new Map(tables.map(({ name, rowCount }) => [name, rowCount]));

function checkDay(created: string, newest: ReleaseOnDisk | undefined): void {
  if (newest === undefined || created >= newest.created) return;
  throw new UsageError(
    `The date ${created} is before ${newest.created}, when ${newest.version} was published. Choose a later day with --date.`,
  );
}

const withdrawnInputs = (dist: string, { version }: ReleaseOnDisk): Issue => ({
  code: "publish/withdrawn-inputs",
  at: { file: `${dist}/${releasePath(version)}/withdrawn.json`, line: null, column: null },
  version,
});

interface Candidate {
  readonly publication: Publication;
  readonly content: ReleaseContent;
  readonly workspace: ReleaseReader;
  /** The newest release, which may be withdrawn. */
  readonly newest: ReleaseOnDisk;
}

/** Describes today's data with the facts of the last release, so that only changes to data, words and edition formats differ. */
function planAfter(files: ReleaseReader, { publication, content, workspace, newest }: Candidate): ReleasePlan {
  const { created, judgements, retiredPath, drafts } = publication;
  const last = readLast(files);
  const { correctionKeys, outputs, formatOf } = readManifest(files);
  const names = content.tables.map(({ name }) => name);
  const known = editions.flatMap(({ paths, mediaType }): TypedFile[] =>
    outputs.filter(({ path }) => paths(names).includes(path)).map((file) => ({ ...file, mediaType })),
  );
  const described = describeRelease({ ...last, content, editions: known });
  const formats = Object.entries(editionFormats());
  const changed = formats.filter(([edition, format]) => format !== formatOf(edition)).map(([edition]) => edition);
  const isNew = (edition: string) => formatOf(edition) === undefined;
  return planNextRelease({
    last,
    newest: newest.version,
    candidate: withFiles(workspace, described),
    others: {
      files: changedWords(files, described),
      newEditions: changed.filter(isNew),
      reformedEditions: changed.filter((edition) => !isNew(edition)),
    },
    created,
    judgements,
    correctionKeys,
    retiredPath,
    drafts,
  });
}
