import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { acquireLock, formatHeld, type Lock } from "./lock.ts";
import type { LockHolder } from "./lock-holder.ts";

/** The locks of several folders, or the first that another process holds. */
export type Locks =
  | {
      readonly release: () => Promise<void>;
      readonly tookOverFrom: readonly { readonly folder: string; readonly holder: LockHolder }[];
    }
  | HeldFolder;

type HeldFolder = Extract<Lock, { heldBy: LockHolder }> & { readonly folder: string };

/**
 * Takes the locks of several folders in the order given, which is the same in all commands, or none of them. A folder
 * that does not exist has no lock; one that is named twice has one.
 */
export async function lockFolders(folders: readonly (string | undefined)[]): Promise<Locks> {
  const named = folders.filter((folder) => folder !== undefined).filter((folder) => existsSync(folder));
  const each = [...new Map(named.map((folder) => [resolve(folder), folder])).values()];
  const releases: (() => Promise<void>)[] = [];
  const tookOverFrom: { folder: string; holder: LockHolder }[] = [];
  const release = async () => {
    for (const one of releases.splice(0).reverse()) await one();
  };
  try {
    for (const folder of each) {
      const lock = await acquireLock(folder);
      if ("heldBy" in lock) {
        await release();
        return { ...lock, folder };
      }
      releases.push(lock.release);
      tookOverFrom.push(...lock.tookOverFrom.map((holder) => ({ folder, holder })));
    }
  } catch (error) {
    await release();
    throw error;
  }
  return { release, tookOverFrom };
}

/** One line for the user whose command has to wait. */
export const formatHeldFolder = ({ folder, ...held }: HeldFolder) => `${folder} is locked. ${formatHeld(held)}`;
