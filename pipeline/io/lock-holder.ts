import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { codeOf } from "./system-error.ts";

/** Who holds a lock. */
export interface LockHolder {
  /** The host name and, on Linux, the namespace of its process ids: each container has its own. */
  readonly host: string;
  readonly pid: number;
  /** When the process started, to distinguish it from a later process with the same id; empty if the system does not say. */
  readonly started: string;
  /** ISO time. */
  readonly since: string;
}

/** This process as the holder of a lock that it takes now. */
export const describeSelf = async (): Promise<LockHolder> => ({
  host: await thisHost(),
  pid: process.pid,
  started: await startOf(process.pid),
  since: new Date().toISOString(),
});

/** Reads a lock file. A file of another format gives empty fields; such a lock counts as held until somebody removes it. */
export function parseHolder(text: string): LockHolder {
  const [host = "", pid = "", started = "", since = ""] = text.trimEnd().split("\n");
  return { host, pid: Number(pid), started, since };
}

/** The content of a lock file: one line per field. */
export const formatHolder = ({ host, pid, started, since }: LockHolder) =>
  `${[host, pid, started, since].join("\n")}\n`;

/** Whether a lock file names a holder. One that does not was written by another program. */
export const isHolder = ({ since }: LockHolder) => since !== "";

/** Whether a process of this host still runs: neither of an earlier boot, nor a later process with the same id. */
export const isRunning = async ({ pid, started }: LockHolder): Promise<boolean> =>
  isProcess(pid) && (started === "" || started === (await startOf(pid)));

/** Whether any running process has this id. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** The host's name and, on Linux, its pid namespace: two containers may share a name and a folder. */
async function thisHost(): Promise<string> {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return [hostname(), namespace].filter((part) => part !== "").join(" ");
}

/**
 * On Linux, the boot id and the clock ticks from boot to the start of the process, field 22 of /proc/<pid>/stat
 * (proc(5)). `ended` for a zombie (state Z, field 3), which no longer runs.
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
