import { rm, unlink } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { plural } from "#pipeline/core/plural.ts";
import { SILENCE_LIMIT, startHeartbeat } from "./heartbeat.ts";
import {
  type Draft,
  deadDrafts,
  type FoundLock,
  type Here,
  isHeld,
  lockPath,
  locksIn,
  nameAsLock,
  timeOf,
  writeDraft,
} from "./lock-files.ts";
import { describeSelf, formatHolder, isHolder, type LockHolder } from "./lock-holder.ts";

/** A lock that this process holds. */
export interface OwnLock {
  readonly path: string;
  readonly tookOverFrom: readonly LockHolder[];
  /**
   * Whether this process still holds the lock. Ask just before each step that others can see: a process that was
   * silent for too long, such as one on a suspended machine, may have lost it.
   */
  readonly isStillHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/** A lock that another process holds. */
export interface ForeignLock {
  readonly heldBy: LockHolder;
  readonly path: string;
  /** Milliseconds since the last sign of life of a holder on another host; `null` for a process on this host. */
  readonly silentFor: number | null;
}

export type Lock = OwnLock | ForeignLock;

const ATTEMPTS = 50;

/**
 * Takes the lock of a folder, or returns who holds it.
 *
 * A lock is a file `.lock-<n>`, which `link` creates together with its content in one step. The lock is held if the
 * process that wrote such a file still runs or, on another host, has shown a sign of life lately. A lock that is no
 * longer held is taken over by creating the file with the next number, which only one process can do. A process that
 * created a file then looks again, and withdraws if another file is held too. If two overlap, the one that looks later
 * sees the other, so two processes never hold the lock at once. Only the holder removes the files of dead processes.
 */
export async function acquireLock(folder: string): Promise<Lock> {
  const me = await describeSelf();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await writeDraft(folder, me);
    let lock: Lock | null = null;
    try {
      lock = await tryToAcquire(folder, me, draft);
    } finally {
      await unlink(draft.path).catch(() => undefined);
      if (lock === null || "heldBy" in lock) await draft.file.close();
    }
    if (lock !== null) return lock;
    await setTimeout(5 + Math.random() * 50 * (attempt + 1));
  }
  throw new Error(`The lock of ${folder} could not be taken in ${ATTEMPTS} attempts.`);
}

/** `null` if another process was faster: then it has the lock, or it withdraws as well. */
async function tryToAcquire(folder: string, me: LockHolder, draft: Draft): Promise<Lock | null> {
  const here = { host: me.host, now: draft.written };
  const found = await locksIn(folder);
  const held = await describeHeld(found, here);
  if (held !== null) return held;
  const number = Math.max(0, ...found.map((lock) => lock.number)) + 1;
  const path = lockPath(folder, number);
  if (!(await nameAsLock(draft, path))) return null;
  const others = (await locksIn(folder)).filter((lock) => lock.path !== path);
  if ((await firstHeld(others, here)) !== null) {
    await unlink(path);
    return null;
  }
  const dead = [...others.map((lock) => lock.path), ...(await deadDrafts(folder))];
  await Promise.all(dead.map((file) => rm(file, { force: true })));
  return { path, tookOverFrom: others.map(({ holder }) => holder), ...hold({ folder, number, me, draft }) };
}

interface Held {
  readonly folder: string;
  readonly number: number;
  readonly me: LockHolder;
  readonly draft: Draft;
}

function hold({ folder, number, me, draft }: Held): Pick<OwnLock, "isStillHeld" | "release"> {
  const heartbeat = startHeartbeat(draft.file, draft.content);
  const isMine = (lock: FoundLock) => lock.number === number && formatHolder(lock.holder) === formatHolder(me);
  /**
   * A process that takes the lock over creates a higher file, looks for signs of life, and only then removes this one.
   * So, after a sign of life, a higher file either goes (its process has seen the sign) or this one goes (it had
   * looked before).
   */
  const isStillHeld = async () => {
    await heartbeat.beat();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await locksIn(folder);
      if (!found.some(isMine)) return false;
      const higher = found.filter((lock) => lock.number > number);
      if ((await firstHeld(higher, { host: me.host, now: null })) === null) return true;
      await setTimeout(20);
    }
    return false;
  };
  const release = async () => {
    await heartbeat.stop();
    if ((await locksIn(folder)).some(isMine)) await rm(lockPath(folder, number), { force: true });
  };
  return { isStillHeld, release };
}

async function firstHeld(locks: readonly FoundLock[], here: Here): Promise<FoundLock | null> {
  for (const lock of locks) {
    if (await isHeld(lock, here)) return lock;
  }
  return null;
}

async function describeHeld(locks: readonly FoundLock[], here: Here): Promise<ForeignLock | null> {
  const held = await firstHeld(locks, here);
  if (held === null) return null;
  const silentFor = held.holder.host === here.host || here.now === null ? null : Math.max(0, here.now - held.seen);
  return { heldBy: held.holder, path: held.path, silentFor };
}

/**
 * Who holds the lock of a folder, without taking it; `null` if it is free. It writes to the folder only if the holder is
 * on another host, to ask for the file system's time.
 */
export async function findHeld(folder: string): Promise<ForeignLock | null> {
  const me = await describeSelf();
  const found = await locksIn(folder);
  const isForeign = found.some(({ holder }) => holder.host !== me.host);
  return describeHeld(found, { host: me.host, now: isForeign ? await timeOf(folder, me) : null });
}

/**
 * Whether a dead process of this host left a lock, or a draft of one, which the next holder has to remove. A lock of
 * another host is not looked into, because that takes a new file, and reading must do without.
 */
export async function hasDeadLock(folder: string): Promise<boolean> {
  const { host } = await describeSelf();
  const held = await Promise.all((await locksIn(folder)).map((lock) => isHeld(lock, { host, now: null })));
  return held.includes(false) || (await deadDrafts(folder)).length > 0;
}

/** One line for the user whose run has to wait. */
export function formatHeld({ heldBy, path, silentFor }: ForeignLock): string {
  if (!isHolder(heldBy)) {
    return `${path} was not written by a run of this pipeline. If no run is in progress, delete it.`;
  }
  const who = `Another run has held the lock since ${heldBy.since}: process ${heldBy.pid} on ${heldBy.host}`;
  if (silentFor === null)
    return `${who}, which still runs. Wait until it ends. To free the lock by hand, delete ${path}.`;
  const left = Math.max(0, SILENCE_LIMIT - silentFor);
  return `${who}, last seen alive ${minutes(silentFor)} ago. Wait until it ends. If it is gone, the next run in ${minutes(left)} takes over its lock. To free the lock by hand at once, delete ${path}.`;
}

const minutes = (milliseconds: number) => plural(Math.ceil(milliseconds / 60_000), "minute");
