import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { releasePath } from "./overview/catalog.ts";
import { makeOverview } from "./overview/overview.ts";

/** Something above the releases that is not as they would have it. */
export interface Finding {
  /** `dist/latest was missing`. */
  readonly fault: string;
  /** What is done about it: `removed`. */
  readonly remedy: string;
  readonly mend: () => Promise<void>;
}

/**
 * What a run that was killed left undone, in the order in which it is mended: temporary files and folders, then
 * catalog and feed, then the link. Nothing is changed before `mend` is called.
 */
export async function inspectStore(store: ReleaseStore): Promise<Finding[]> {
  const releases = await store.releases();
  const overview = releases.length === 0 ? [] : makeOverview(releases);
  const leftovers = await store.leftovers();
  const findings = [
    ...leftovers.map((path) => ({
      fault: `${path} was left by a run that did not end`,
      remedy: "removed",
      mend: () => store.removeLeftover(path),
    })),
    ...(await Promise.all(overview.map((file) => compareFile(store, file)))),
    await compareLatest(store, releases[0]?.version),
  ];
  return findings.filter((finding) => finding !== null);
}

/**
 * Mends everything, and says what it was. Nothing is mended while a release is not what it was: the catalog, made
 * anew, would vouch for it.
 */
export async function mendStore(store: ReleaseStore): Promise<string[]> {
  if ((await store.verify()).length > 0) return [];
  const findings = await inspectStore(store);
  for (const { mend } of findings) await mend();
  return findings.map(({ fault, remedy }) => `${fault}; ${remedy}.`);
}

async function compareFile(store: ReleaseStore, { path, bytes }: OutputFile): Promise<Finding | null> {
  const found = await store.read(path);
  if (found !== null && Buffer.from(found).equals(bytes)) return null;
  return {
    fault: `${store.folder}/${path} was ${found === null ? "missing" : "not what the releases give"}`,
    remedy: "written again",
    mend: () => store.replace(path, bytes),
  };
}

async function compareLatest(store: ReleaseStore, newest: string | undefined): Promise<Finding | null> {
  const found = await store.latest();
  const target = newest === undefined ? null : releasePath(newest);
  if (found === target) return null;
  const fault = `${store.folder}/latest ${formatTarget(found)}`;
  const mend = () => store.pointLatestTo(target);
  return target === null
    ? { fault: `${fault}, and there is no release`, remedy: "removed", mend }
    : { fault, remedy: `it points to ${target} now`, mend };
}

function formatTarget(found: string | null): string {
  if (found === null) return "was missing";
  return found === "" ? "was no symbolic link" : `pointed to ${found}`;
}
