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
 * Takes the lock of a folder, or says who holds it.
 *
 * A lock is a file `.lock-<n>`, made with its content in one step by `link`. The holder's is the one of a process
 * that lives; a dead one's is taken over by making the next number, which only one of many can do. Whoever made a
 * file then looks again, and withdraws if another living one is there: of two that overlap, the one that looks
 * later sees the other, so two never hold it at once. Only the holder removes the files of the dead.
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
  throw new Error(`The lock of ${folder} could not be settled with ${ATTEMPTS} attempts.`);
}

/** Whether a dead process left its lock: then the next holder has something to clear away. */
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

/** `null` where the lock was released meanwhile. */
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
    // Durably: an empty lock after a power cut would name nobody, and be respected for ever.
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

/** One line for whoever has to wait. */
export function formatHeld({ heldBy, path }: Extract<Lock, { heldBy: LockHolder }>): string {
  const { host, pid, since } = heldBy;
  if (since === "") return `${path} is no lock that a run wrote. If no run is at work, remove it.`;
  return `Another run holds the lock since ${since}: process ${pid} on ${host}. If it is dead and on another machine, remove ${path}.`;
}
