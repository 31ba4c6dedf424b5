import { isEditionFile } from "#pipeline/core/edition-files.ts";
import { formatIssue, formatMessage } from "#pipeline/core/format-issue.ts";
import { isoDay } from "#pipeline/core/iso-day.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { findSigners, signatureOf } from "#pipeline/io/signature.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { verifyReleases } from "#pipeline/io/verify-releases.ts";
import { formatVerified, type VerifiedRelease } from "#pipeline/publish/overview/format-verified.ts";
import { inspectStore } from "#pipeline/publish/repair.ts";
import { findVersion } from "./find-version.ts";

export interface VerifyOptions {
  /** A version, `latest` or `all`. */
  readonly release: string;
  readonly dist: string;
  readonly signers?: string | undefined;
  readonly json: boolean;
}

/**
 * Verifies releases: their files by SHA256SUMS, what they say about themselves, the chain of all releases, the catalog, and
 * signatures. Says what this proves and what it does not. Returns 1 if anything differs from what was published, or if a
 * signature is wrong. If signers are named, it also returns 1 if a release that was to be verified is neither signed by
 * one of them nor followed by one that is.
 */
export async function verify({ release, dist, signers, json }: VerifyOptions): Promise<number> {
  const only = release === "all" ? undefined : await chooseVersion(dist, release);
  const today = isoDay(new Date());
  const { issues, releases } = await verifyReleases(dist, { known: null, only, today });
  const store = releaseStore(dist);
  const signersFile = findSigners(dist, signers);
  const verified: VerifiedRelease[] = [];
  for (const found of releases) {
    const { version, created, sumsHash, previous, withdrawn } = found;
    const signature = await signatureOf(dist, version, signersFile);
    const facts = { version, date: created, sha256sums: sumsHash, previous: previous?.version ?? null };
    verified.push({
      ...facts,
      withdrawn,
      isRead: withdrawn === null && (only === undefined || only === version),
      isWhole: !issues.some((issue) => "version" in issue && issue.version === version),
      absent: withdrawn === null ? (await store.absentFiles(version)).filter(isEditionFile) : [],
      signature,
    });
  }
  // A signed release vouches for those before it: it names the one before it by its hash, and so on.
  const newestSigned = verified.findIndex(({ signature }) => signature === "right");
  const faults = verified.filter(({ isRead, signature }, at) => {
    if (newestSigned !== -1 && at > newestSigned) return false;
    return signature === "wrong" || (signers !== undefined && isRead && signature !== "right");
  });
  const unrepaired = issues.length > 0 ? [] : await inspectStore(store, { issues, releases, isOverviewKept: false });
  const text = formatVerified({ verified, signers: signersFile, isOwnSigners: signers === undefined, faults, issues });
  const errors = [...text.errors, ...unrepaired.map(({ fault }) => `${fault}. To repair it, run: npm run pipeline`)];
  if (json) {
    const reported = issues.map((issue) => ({ ...issue, message: formatMessage(issue) }));
    printJson({ releases: verified, issues: reported, errors, ...text.statements });
  } else {
    for (const line of text.lines) print(line);
  }
  for (const issue of issues) report(formatIssue(issue));
  for (const line of errors) report(line);
  return issues.length + errors.length > 0 ? 1 : 0;
}

/** Without a release, there is nothing to choose from; a withdrawn release still has its place in the chain. */
async function chooseVersion(dist: string, asked: string): Promise<string> {
  const store = releaseStore(dist);
  const versions = (await store.releases()).map(({ version }) => version);
  return versions.length === 0 || versions.includes(asked) ? asked : findVersion(store, asked);
}
