import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { codeOf } from "./durable-write.ts";

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

/** This process, from now on. */
export const describeSelf = async (): Promise<LockHolder> => ({
  host: await thisHost(),
  pid: process.pid,
  started: await startOf(process.pid),
  since: new Date().toISOString(),
});

/** A file that is no lock of ours names nobody, and so is respected until somebody removes it. */
export function parseHolder(text: string): LockHolder {
  const [host = "", pid = "", started = "", since = ""] = text.trimEnd().split("\n");
  return { host, pid: Number(pid), started, since };
}

/** Its content, a line each. */
export const formatHolder = ({ host, pid, started, since }: LockHolder) =>
  `${[host, pid, started, since].join("\n")}\n`;

/** A process of another machine is taken to live: nothing here can tell. */
export async function isAlive({ host, pid, started }: LockHolder, here: string): Promise<boolean> {
  if (host !== here) return true;
  return isProcess(pid) && (started === "" || started === (await startOf(pid)));
}

/** Whether a process has this id, whichever it is. */
export function isProcess(pid: number): boolean {
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
