import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseStore, StoreCheck } from "#pipeline/core/release-store.ts";
import { releasePath } from "./overview/catalog.ts";
import { makeOverview } from "./overview/overview.ts";

/** A file or folder outside the releases that is missing, outdated or left over. */
export interface Finding {
  /** `dist/latest was missing`. */
  readonly fault: string;
  /** How it is repaired: `removed`. */
  readonly remedy: string;
  readonly repair: () => Promise<void>;
  /** Whether everything else can go on if the repair fails. */
  readonly isHarmless?: boolean;
}

/**
 * What a killed process left unfinished, in the order of repair: temporary files and folders, withdrawals, then catalog
 * and feed, then `latest/`. Nothing changes until `repair` is called.
 */
export async function inspectStore(store: ReleaseStore, { releases, isOverviewKept }: StoreCheck): Promise<Finding[]> {
  const overview = releases.length === 0 || isOverviewKept ? [] : makeOverview(releases);
  const [leftovers, halfWithdrawn] = [await store.leftovers(), await store.halfWithdrawn()];
  const findings = [
    ...leftovers.map((path) => ({
      fault: `${path} was left by an unfinished run`,
      remedy: "removed",
      repair: () => store.removeLeftover(path),
      isHarmless: true,
    })),
    ...halfWithdrawn.map((version) => ({
      fault: `the withdrawal of ${version} was not finished`,
      remedy: "finished",
      repair: () => store.finishWithdrawal(version),
    })),
    ...(await Promise.all(overview.map((file) => compareFile(store, file)))),
    await compareLatest(store, releases.find(({ withdrawn }) => withdrawn === null)?.version ?? null),
  ];
  return findings.filter((finding) => finding !== null);
}

/**
 * Repairs everything and returns a sentence for each repair. It repairs nothing if a release was altered, because a new
 * catalog would then confirm the altered files.
 */
export async function repairStore(store: ReleaseStore): Promise<string[]> {
  const check = await store.check();
  if (check.issues.length > 0) return [];
  const findings = await inspectStore(store, check);
  const done: string[] = [];
  for (const finding of findings) done.push(`${finding.fault}; ${await repaired(finding)}.`);
  await store.keep();
  return done;
}

async function repaired({ remedy, repair, isHarmless = false }: Finding): Promise<string> {
  try {
    await repair();
    return remedy;
  } catch (error) {
    if (!isHarmless) throw error;
    return "it could not be removed: delete it by hand";
  }
}

async function compareFile(store: ReleaseStore, { path, bytes }: OutputFile): Promise<Finding | null> {
  const found = await store.read(path);
  if (found !== null && Buffer.from(found).equals(bytes)) return null;
  return {
    fault: `${store.folder}/${path} was ${found === null ? "missing" : "out of date"}`,
    remedy: "written again",
    repair: () => store.replace(path, bytes),
  };
}

async function compareLatest(store: ReleaseStore, newest: string | null): Promise<Finding | null> {
  const fault = await store.faultOfLatest(newest);
  if (fault === null) return null;
  return {
    fault: `${store.folder}/latest ${fault}`,
    remedy: newest === null ? "removed" : `copied again from ${releasePath(newest)}`,
    repair: () => store.replaceLatest(newest),
  };
}
