import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseReader, ReleaseStore } from "#pipeline/core/release-store.ts";
import type { Entry, Resolution } from "#pipeline/core/resolution.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { changedWords, readManifest } from "./compare/other-files.ts";
import { completeRelease, editionFormats, type Making } from "./complete-release.ts";
import type { TypedFile } from "./describe/croissant.ts";
import { describeRelease } from "./describe/describe.ts";
import { editions } from "./editions/editions.ts";
import { mendStore } from "./mend.ts";
import { factsOfLast, planFirstRelease, planNextRelease, type ReleasePlan } from "./plan/plan.ts";
import type { Decision } from "./plan/reasons.ts";
import { FIRST_VERSION } from "./plan/version.ts";
import { type ReleaseContent, writeTables } from "./tables/write-tables.ts";

export interface Publication extends Pick<Making, "created" | "inputs" | "pause"> {
  readonly resolution: Resolution;
  readonly store: ReleaseStore;
  readonly decisions: readonly Decision[];
  /** Where a tombstone is written. */
  readonly retiredPath: string;
  /** Sees every entry as it passes. */
  readonly observe: (entry: Entry) => void;
  /** Whether to say only what would be published. */
  readonly isTrial: boolean;
}

/**
 * Records → a release. The canonical files are written first, in a folder that no reader sees, and compared with the
 * last release; where something changed, the release is completed from them and put in its place, and what lies above
 * the releases follows. The plan says what was done, or in a trial what would be; with an issue, nothing is.
 */
export async function publish(publication: Publication): Promise<ReleasePlan> {
  const { resolution, store, created, pause, observe, isTrial } = publication;
  const [latest] = await store.versions();
  const altered = await store.verify();
  if (altered.length > 0)
    return { version: latest ?? FIRST_VERSION, why: null, changes: [], changelog: "", issues: altered };
  const workspace = await store.begin();
  try {
    const content = await writeTables({ resolution, workspace, observe, pause });
    const plan =
      latest === undefined
        ? planFirstRelease(created, new Map(content.tables.map(({ name, rowCount }) => [name, rowCount])))
        : planAfter(await store.open(latest), { publication, content, workspace });
    if (isTrial || plan.why === null || plan.issues.length > 0) return plan;
    await completeRelease({ ...publication, ...plan, workspace, content });
    await mendStore(store);
    return plan;
  } finally {
    await workspace.discard();
  }
}

interface Candidate {
  readonly publication: Publication;
  readonly content: ReleaseContent;
  readonly workspace: ReleaseReader;
}

/** Today's data are described as if they were those of the last release: whatever differs then is a change to the data, to their words, or to the form of an edition. */
function planAfter(last: ReleaseReader, { publication, content, workspace }: Candidate): ReleasePlan {
  const { created, decisions, retiredPath } = publication;
  const facts = factsOfLast(last);
  const { outputs, formatOf } = readManifest(last);
  const names = content.tables.map(({ name }) => name);
  const known = editions.flatMap(({ paths, mediaType }): TypedFile[] =>
    outputs.filter(({ path }) => paths(names).includes(path)).map((file) => ({ ...file, mediaType })),
  );
  const described = describeRelease({ ...facts, content, editions: known });
  const reformed = Object.entries(editionFormats()).filter(([edition, format]) => format !== formatOf(edition));
  const plan = planNextRelease({
    last,
    candidate: withFiles(workspace, described),
    otherFiles: [...changedWords(last, described), ...reformed.map(([edition]) => `the ${edition} edition`)],
    created,
    decisions,
    retiredPath,
  });
  if (plan.why !== null && plan.issues.length === 0 && created < facts.created) {
    throw new UsageError(
      `${created} lies before ${facts.created}, when ${facts.version} was published. Name a later day with --date.`,
    );
  }
  return plan;
}

/** The same release, with files that are not written yet. */
function withFiles(release: ReleaseReader, files: readonly OutputFile[]): ReleaseReader {
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    has: (path) => bytesOf.has(path) || release.has(path),
    text: (path) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? release.text(path) : new TextDecoder().decode(bytes);
    },
    chunks: (path) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? release.chunks(path) : [bytes];
    },
  };
}
