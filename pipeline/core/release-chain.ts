import { isoDay } from "#pipeline/core/iso-day.ts";
import type { ChainFault } from "#pipeline/core/release-faults.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { byNewest } from "#pipeline/core/version-number.ts";
import { firstReleases, isFirstRelease } from "#schemas/first-releases.ts";

/** What catalog.json records about a release. */
export interface CatalogEntry {
  readonly version: string;
  /** ISO day. */
  readonly date: string;
  readonly sha256sums: string;
  readonly isWithdrawn: boolean;
}

export interface FaultyRelease {
  readonly version: string;
  readonly why: ChainFault;
}

interface Chain {
  /** Newest first. */
  readonly releases: readonly ReleaseOnDisk[];
  /** `null` if catalog.json is missing or cannot be read. */
  readonly catalog: readonly CatalogEntry[] | null;
  /** ISO day. */
  readonly today: string;
}

/**
 * Compares the releases with each other and with catalog.json, newest first. Each manifest names the release before it,
 * so a change to an older release is noticed even if its SHA256SUMS and catalog.json were changed with it. Nothing here
 * can prove that the newest release is the one that was published.
 *
 * One release may be missing from catalog.json: the newest, if it follows the newest one there. A run that was killed
 * before it updated the catalog leaves it like this.
 */
export function checkChain({ releases, catalog, today }: Chain): FaultyRelease[] {
  const known = releases.filter((release) => isKnown(release, releases, catalog));
  const strange = releases.filter((release) => !known.includes(release));
  const faults = [
    ...(catalog ?? []).flatMap((entry) => checkEntry(entry, releases)),
    ...strange.map(({ version }) => ({ version, why: catalog === null ? "no-catalog" : "uncatalogued" }) as const),
    ...known.flatMap((release, at) => checkLink(release, known[at + 1])),
    ...known.flatMap((release, at) => checkDay(release, known[at + 1], today)),
    ...checkFirst(known),
  ];
  const first = new Map(faults.toReversed().map((fault) => [fault.version, fault]));
  return [...first.values()].sort((a, b) => byNewest(a.version, b.version));
}

function isKnown(
  { version, previous }: ReleaseOnDisk,
  [newest]: readonly ReleaseOnDisk[],
  catalog: Chain["catalog"],
): boolean {
  if (catalog?.some((entry) => entry.version === version)) return true;
  if (version !== newest?.version) return false;
  const last = catalog?.[0];
  // A store whose first release was never entered in the catalog has no catalog yet.
  return last === undefined ? previous === null : previous?.version === last.version;
}

function checkEntry(entry: CatalogEntry, releases: readonly ReleaseOnDisk[]): FaultyRelease[] {
  const { version } = entry;
  const release = releases.find((found) => found.version === version);
  if (release === undefined) return [{ version, why: "gone" }];
  if (release.sumsHash !== entry.sha256sums) return [{ version, why: "other-sums" }];
  const isOtherState = entry.isWithdrawn && release.withdrawn === null;
  return isOtherState || (release.created !== "" && release.created !== entry.date)
    ? [{ version, why: "other-entry" }]
    : [];
}

function checkLink({ version, previous }: ReleaseOnDisk, before: ReleaseOnDisk | undefined): FaultyRelease[] {
  if (previous === undefined) return [];
  if (previous === null) return before === undefined ? [] : [{ version, why: "no-predecessor" }];
  if (before?.version !== previous.version) return [{ version, why: "no-predecessor" }];
  return before.sumsHash === previous.sha256sums ? [] : [{ version: before.version, why: "other-than-named" }];
}

function checkDay(
  { version, created }: ReleaseOnDisk,
  before: ReleaseOnDisk | undefined,
  today: string,
): FaultyRelease[] {
  if (before !== undefined && created !== "" && created < before.created)
    return [{ version, why: "before-predecessor" }];
  return isInTheFuture(created, today) ? [{ version, why: "in-the-future" }] : [];
}

/** Whether an ISO day is later than tomorrow. Tomorrow has already begun somewhere in the world. */
export const isInTheFuture = (day: string, today: string) => {
  const tomorrow = new Date(`${today}T00:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  return day > isoDay(tomorrow);
};

/**
 * The chain of this dataset starts with its first releases. A chain that has none of them is another one, such as that
 * of a trial in an empty folder; `verify` says so.
 */
function checkFirst(known: readonly ReleaseOnDisk[]): FaultyRelease[] {
  const unlinked = known.filter(({ previous }) => previous === undefined);
  if (unlinked.length === 0 && !known.some(({ version, sumsHash }) => isFirstRelease(version, sumsHash))) return [];
  const start = known.filter(({ version, previous }) => version in firstReleases || previous === undefined);
  return start
    .filter(({ version, sumsHash }) => !isFirstRelease(version, sumsHash))
    .map(({ version }) => ({ version, why: "other-first-release" }));
}
