import { randomUUID } from "node:crypto";
import { type FileHandle, link, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { namesIn } from "./durable-write.ts";
import { SILENCE_LIMIT } from "./heartbeat.ts";
import { formatHolder, isHolder, isProcess, isRunning, type LockHolder, parseHolder } from "./lock-holder.ts";
import { codeOf, withPath } from "./system-error.ts";

const LOCK = /^\.lock-(\d+)$/u;
const DRAFT = /^\.lock\.draft-(\d+)-/u;

/** A lock file in a folder. */
export interface FoundLock {
  readonly path: string;
  readonly number: number;
  readonly holder: LockHolder;
  /** Last sign of life of its holder, by the clock of the file system: milliseconds since 1970. */
  readonly seen: number;
}

export const lockPath = (folder: string, number: number) => join(folder, `.lock-${number}`);

export async function locksIn(folder: string): Promise<FoundLock[]> {
  const numbers = (await namesIn(folder)).flatMap((name) => LOCK.exec(name)?.[1] ?? []);
  const found = await Promise.all(numbers.map((number) => readLock(folder, Number(number))));
  return found.filter((lock) => lock !== null);
}

/** `null` if the lock was released in the meantime. The file is opened first: only then does NFS ask the server for its time. */
async function readLock(folder: string, number: number): Promise<FoundLock | null> {
  const path = lockPath(folder, number);
  try {
    const file = await open(path, "r");
    try {
      const { mtimeMs } = await file.stat();
      return { path, number, holder: parseHolder(await file.readFile("utf8")), seen: mtimeMs };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESTALE") return null;
    throw withPath(error, path);
  }
}

/** From where and when a lock is judged. */
export interface Here {
  /** The host of this process, as in `LockHolder`. */
  readonly host: string;
  /** The time by the clock of the file system, in milliseconds since 1970; `null` if it is not known. */
  readonly now: number | null;
}

/**
 * Whether a lock counts as held. On this host, the process decides. On another host, the sign of life decides; a sign
 * from the future is none, because a living holder renews it after the clock was set back.
 */
export async function isHeld({ holder, seen }: FoundLock, { host, now }: Here): Promise<boolean> {
  if (holder.host === host) return await isRunning(holder);
  return !isHolder(holder) || now === null || Math.abs(now - seen) <= SILENCE_LIMIT;
}

/** A lock file that has no name as a lock yet. */
export interface Draft {
  readonly path: string;
  readonly file: FileHandle;
  readonly content: Uint8Array;
  /** When it was written, by the clock of the file system. */
  readonly written: number;
}

/** Waits until the draft is on the disk: a lock that is empty after a power cut would name no holder. */
export async function writeDraft(folder: string, holder: LockHolder): Promise<Draft> {
  const path = join(folder, `.lock.draft-${process.pid}-${randomUUID()}`);
  const content = new TextEncoder().encode(formatHolder(holder));
  // The name of the draft means nothing to users.
  const file = await open(path, "wx").catch((error: unknown) => Promise.reject(withPath(error, folder)));
  try {
    await file.writeFile(content);
    await file.sync();
    return { path, file, content, written: (await file.stat()).mtimeMs };
  } catch (error) {
    await file.close();
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/** The time by the file system's own clock; by that of this host in a folder that cannot be written to. */
export async function timeOf(folder: string, me: LockHolder): Promise<number> {
  try {
    const { path, file, written } = await writeDraft(folder, me);
    await file.close();
    await unlink(path);
    return written;
  } catch (error) {
    if (["EROFS", "EACCES", "EPERM"].includes(codeOf(error) ?? "")) return Date.now();
    throw error;
  }
}

/** Gives the draft the name of a lock, in one step; `false` if another process was faster or removed the draft. */
export async function nameAsLock({ path, file }: Draft, lock: string): Promise<boolean> {
  try {
    await link(path, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    // If an answer of an NFS server is lost, the client asks again, and then finds what it has made itself.
    if (codeOf(error) === "EEXIST") return (await file.stat()).nlink > 1;
    throw error;
  }
}

/** The drafts of processes that no longer exist. */
export const deadDrafts = async (folder: string): Promise<string[]> =>
  (await namesIn(folder))
    .filter((name) => {
      const pid = DRAFT.exec(name)?.[1];
      return pid !== undefined && !isProcess(Number(pid));
    })
    .map((name) => join(folder, name));
