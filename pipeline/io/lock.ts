import { randomUUID } from "node:crypto";
import { link, readFile, readlink, rm, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { codeOf, namesIn } from "./durable-write.ts";

/** Who holds a lock. */
export interface LockHolder {
  /** The machine, and the space in which its process ids count: a container has its own. */
  readonly host: string;
  readonly pid: number;
  /** When the process started, as the system counts it, so that a later process with the same id is told apart; empty where the system does not say. */
  readonly started: string;
  /** ISO time. */
  readonly since: string;
}

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
  const me: LockHolder = {
    host: await thisHost(),
    pid: process.pid,
    started: await startOf(process.pid),
    since: new Date().toISOString(),
  };
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
  const host = await thisHost();
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

/** A file that is no lock of ours names nobody, and so is respected until somebody removes it. */
function parseHolder(text: string): LockHolder {
  const [host = "", pid = "", started = "", since = ""] = text.trimEnd().split("\n");
  return { host, pid: Number(pid), started, since };
}

const wordHolder = ({ host, pid, started, since }: LockHolder) => `${[host, pid, started, since].join("\n")}\n`;

async function makeLock(path: string, folder: string, me: LockHolder): Promise<boolean> {
  const draft = join(folder, `.lock.draft-${process.pid}-${randomUUID()}`);
  try {
    await writeFile(draft, wordHolder(me), { flag: "wx" });
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

/** A process of another machine is taken to live: nothing here can tell. */
async function isAlive({ host, pid, started }: LockHolder, here: string): Promise<boolean> {
  if (host !== here) return true;
  return isProcess(pid) && (started === "" || started === (await startOf(pid)));
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** The host's name; on Linux also its pid namespace, for two containers may share a name and a folder. */
async function thisHost(): Promise<string> {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return [hostname(), namespace].filter((part) => part !== "").join(" ");
}

/**
 * Linux: the boot, and the clock ticks from it to the process's start, field 22 of /proc/<pid>/stat (proc(5)).
 * A process that ended and that nobody has waited for yet (state Z, field 3) has no start any more.
 */
async function startOf(pid: number): Promise<string> {
  try {
    const [boot, stat] = await Promise.all([
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      readFile(`/proc/${pid}/stat`, "utf8"),
    ]);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : `${boot.trim()}:${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}

/** One line for whoever has to wait. */
export const wordHeld = ({ heldBy: { host, pid, since }, path }: Extract<Lock, { heldBy: LockHolder }>) =>
  `Another run holds the lock since ${since}: process ${pid} on ${host}. If it is dead and on another machine, remove ${path}.`;
