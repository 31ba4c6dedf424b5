import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { acquireLock, type ForeignLock, formatHeld, type OwnLock } from "./lock.ts";
import type { LockHolder } from "./lock-holder.ts";

/** The locks of several folders, or the first that another process holds. */
export type Locks =
  | {
      readonly release: () => Promise<void>;
      /** The path of a lock that this process holds no longer; `null` if it holds all of them. */
      readonly findLost: () => Promise<string | null>;
      readonly tookOverFrom: readonly { readonly folder: string; readonly holder: LockHolder }[];
    }
  | HeldFolder;

type HeldFolder = ForeignLock & { readonly folder: string };

/**
 * Takes the locks of several folders in the order given, which is the same in all commands, or none of them. A folder
 * that does not exist has no lock; one that is named twice has one.
 */
export async function lockFolders(folders: readonly (string | undefined)[]): Promise<Locks> {
  const named = folders.filter((folder) => folder !== undefined).filter((folder) => existsSync(folder));
  const each = [...new Map(named.map((folder) => [resolve(folder), folder])).values()];
  const held: OwnLock[] = [];
  const tookOverFrom: { folder: string; holder: LockHolder }[] = [];
  const release = async () => {
    for (const lock of held.splice(0).reverse()) await lock.release();
  };
  const findLost = async () => {
    for (const lock of held) if (!(await lock.isStillHeld())) return lock.path;
    return null;
  };
  try {
    for (const folder of each) {
      const lock = await acquireLock(folder);
      if ("heldBy" in lock) {
        await release();
        return { ...lock, folder };
      }
      held.push(lock);
      tookOverFrom.push(...lock.tookOverFrom.map((holder) => ({ folder, holder })));
    }
  } catch (error) {
    await release();
    throw error;
  }
  return { release, findLost, tookOverFrom };
}

/** One line for the user whose command has to wait. */
export const formatHeldFolder = ({ folder, ...held }: HeldFolder) => `${folder} is locked. ${formatHeld(held)}`;
