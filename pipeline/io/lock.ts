import { randomUUID } from "node:crypto";
import { link, readFile, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { codeOf, namesIn, writeDurably } from "./durable-write.ts";
import { describeSelf, formatHolder, isAlive, isProcess, type LockHolder, parseHolder } from "./lock-holder.ts";

export type Lock =
  | { readonly release: () => Promise<void>; readonly tookOverFrom: readonly LockHolder[] }
  | { readonly heldBy: LockHolder; readonly path: string };

const LOCK = /^\.lock-(\d+)$/u;
const DRAFT = /^\.lock\.draft-(\d+)-/u;
const ATTEMPTS = 50;

/**
 * Takes the lock of a folder, or returns who holds it.
 *
 * A lock is a file `.lock-<n>`, which `link` creates together with its content in one step. The lock is held if the
 * process that wrote such a file still runs. The lock of a dead process is taken over by creating the file with the
 * next number, which only one process can do. A process that created a file then looks again, and withdraws if
 * another running process has one too. If two overlap, the one that looks later sees the other, so two processes never
 * hold the lock at once. Only the holder removes the files of dead processes.
 */
export async function acquireLock(folder: string): Promise<Lock> {
  const me = await describeSelf();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await locksIn(folder);
    const living = await firstLiving(found, me.host);
    if (living !== null) return { heldBy: living.holder, path: living.path };
    const number = Math.max(0, ...found.map((lock) => lock.number)) + 1;
    const path = join(folder, `.lock-${number}`);
    if (!(await makeLock(path, folder, me))) continue;
    const others = (await locksIn(folder)).filter((lock) => lock.path !== path);
    if ((await firstLiving(others, me.host)) === null) {
      await Promise.all([...others.map((lock) => rm(lock.path, { force: true })), removeDrafts(folder, me)]);
      return { release: () => unlink(path), tookOverFrom: others.map(({ holder }) => holder) };
    }
    await unlink(path);
    await setTimeout(5 + Math.random() * 50 * (attempt + 1));
  }
  throw new Error(`The lock of ${folder} could not be taken in ${ATTEMPTS} attempts.`);
}

/** Who holds the lock of a folder, without taking it; `null` if it is free. */
export async function findHeld(folder: string): Promise<Extract<Lock, { heldBy: LockHolder }> | null> {
  const { host } = await describeSelf();
  const living = await firstLiving(await locksIn(folder), host);
  return living === null ? null : { heldBy: living.holder, path: living.path };
}

/** Whether a dead process left a lock or a draft of one, which the next holder has to remove. */
export async function hasDeadLock(folder: string): Promise<boolean> {
  const { host } = await describeSelf();
  const alive = await Promise.all((await locksIn(folder)).map(({ holder }) => isAlive(holder, host)));
  const drafts = (await namesIn(folder)).flatMap((name) => DRAFT.exec(name)?.[1] ?? []);
  return alive.includes(false) || drafts.some((pid) => !isProcess(Number(pid)));
}

interface FoundLock {
  readonly path: string;
  readonly number: number;
  readonly holder: LockHolder;
}

async function locksIn(folder: string): Promise<FoundLock[]> {
  const numbered = (await namesIn(folder)).flatMap((name) => {
    const number = LOCK.exec(name)?.[1];
    return number === undefined ? [] : [{ path: join(folder, name), number: Number(number) }];
  });
  const found = await Promise.all(numbered.map(async (lock) => ({ ...lock, holder: await readHolder(lock.path) })));
  return found.flatMap(({ path, number, holder }) => (holder === null ? [] : [{ path, number, holder }]));
}

/** `null` if the lock was released in the meantime. */
async function readHolder(path: string): Promise<LockHolder | null> {
  try {
    return parseHolder(await readFile(path, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function makeLock(path: string, folder: string, me: LockHolder): Promise<boolean> {
  const draft = join(folder, `.lock.draft-${process.pid}-${randomUUID()}`);
  try {
    // Durably, because a lock that is empty after a power cut would name no holder and stay locked forever.
    await writeDurably(draft, new TextEncoder().encode(formatHolder(me)));
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" || codeOf(error) === "ENOENT") return false;
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function removeDrafts(folder: string, me: LockHolder): Promise<void> {
  for (const name of await namesIn(folder)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== me.pid && !isProcess(Number(pid)))
      await unlink(join(folder, name)).catch(() => undefined);
  }
}

async function firstLiving(locks: readonly FoundLock[], here: string): Promise<FoundLock | null> {
  for (const lock of locks) {
    if (await isAlive(lock.holder, here)) return lock;
  }
  return null;
}

/** One line for the user whose run has to wait. */
export function formatHeld({ heldBy, path }: Extract<Lock, { heldBy: LockHolder }>): string {
  const { host, pid, since } = heldBy;
  if (since === "") return `${path} was not written by a run of this pipeline. If no run is in progress, delete it.`;
  return `Another run has held the lock since ${since}: process ${pid} on ${host}. Wait until it ends. If it ran on another machine and no longer exists, delete ${path}.`;
}
