import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BEAT, SILENCE_LIMIT } from "#pipeline/io/heartbeat.ts";
import { acquireLock, findHeld, formatHeld, hasDeadLock, type Lock } from "#pipeline/io/lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-lock-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const lockFiles = () => readdirSync(folder).sort();
const mine = async () => {
  const lock = await acquireLock(folder);
  if ("heldBy" in lock) throw new Error(formatHeld(lock));
  return lock;
};
const isHeld = (lock: Lock) => "heldBy" in lock;

/** A lock as this machine writes it, with other words in some of its lines. */
async function plantLock(name: string, lines: Partial<Record<"host" | "pid" | "started", string>>): Promise<void> {
  const lock = await mine();
  const [host = "", pid = "", started = "", since = ""] = readFileSync(
    join(folder, lockFiles()[0] ?? ""),
    "utf8",
  ).split("\n");
  await lock.release();
  writeFileSync(
    join(folder, name),
    `${[lines.host ?? host, lines.pid ?? pid, lines.started ?? started, since].join("\n")}\n`,
  );
}

/** The highest id that a process could have, and none has. */
const DEAD_PID = String(2 ** 31 - 1);

describe("the lock of a folder", () => {
  it("is taken, respected, and leaves nothing when it is released", async () => {
    const lock = await mine();
    expect(isHeld(await acquireLock(folder))).toBe(true);
    await lock.release();
    expect(lockFiles()).toEqual([]);
    await (await mine()).release();
  });

  it("says who holds it, and since when", async () => {
    const lock = await mine();
    const [, , , since] = readFileSync(join(folder, lockFiles()[0] ?? ""), "utf8").split("\n");
    const other = await acquireLock(folder);
    if (!("heldBy" in other)) throw new Error("The lock was given twice.");
    expect(other.heldBy.pid).toBe(process.pid);
    expect(other.heldBy.since).toBe(since);
    expect(since).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
    expect(formatHeld(other)).toContain(`process ${process.pid}`);
    await lock.release();
  });

  it("is taken over from a dead process on this machine, and the caller learns from whom", async () => {
    await plantLock(".lock-1", { pid: DEAD_PID });
    expect(await hasDeadLock(folder)).toBe(true);
    const lock = await mine();
    expect(lock.tookOverFrom.map((holder) => String(holder.pid))).toEqual([DEAD_PID]);
    expect(lockFiles()).toEqual([".lock-2"]);
    await lock.release();
    expect(lockFiles()).toEqual([]);
    expect(await hasDeadLock(folder)).toBe(false);
  });

  it.runIf(process.platform === "linux")("is taken over where another process has the dead one's id now", async () => {
    await plantLock(".lock-1", { started: "another-boot:1" });
    expect((await mine()).tookOverFrom).toHaveLength(1);
  });

  it("counts as held if no run wrote the file", async () => {
    writeFileSync(join(folder, ".lock-1"), "");
    const lock = await acquireLock(folder);
    expect("heldBy" in lock && formatHeld(lock)).toBe(
      `${join(folder, ".lock-1")} was not written by a run of this pipeline. If no run is in progress, delete it.`,
    );
  });

  it("goes to one of many that ask at once, over a dead one as well", async () => {
    await plantLock(".lock-7", { pid: DEAD_PID });
    const asked = await Promise.all(Array.from({ length: 30 }, () => acquireLock(folder)));
    expect(asked.filter((lock) => !isHeld(lock))).toHaveLength(1);
    expect(lockFiles()).toEqual([".lock-8"]);
  });

  it("clears away the draft of a lock that a dead process did not finish", async () => {
    writeFileSync(join(folder, `.lock.draft-${DEAD_PID}-x`), "");
    expect(await hasDeadLock(folder)).toBe(true);
    await (await mine()).release();
    expect(lockFiles()).toEqual([]);
  });
});

const MINUTE = 60_000;

/** The time of the file system that the folder is on, in milliseconds. */
function timeOfFolder(): number {
  const probe = join(folder, "probe");
  writeFileSync(probe, "");
  const { mtimeMs } = statSync(probe);
  rmSync(probe);
  return mtimeMs;
}

/** Dates the last sign of life of a lock back, by the clock of the file system. */
function silence(name: string, milliseconds: number): void {
  const seen = (timeOfFolder() - milliseconds) / 1000;
  utimesSync(join(folder, name), seen, seen);
}

const plantForeignLock = async (name: string, silentFor: number) => {
  await plantLock(name, { host: "another-machine", pid: DEAD_PID });
  silence(name, silentFor);
};

describe("a lock of another host", () => {
  it.each([0, SILENCE_LIMIT - MINUTE])("counts as held if its holder was seen alive %i ms ago", async (silentFor) => {
    await plantForeignLock(".lock-1", silentFor);
    expect(isHeld(await acquireLock(folder))).toBe(true);
    expect(await findHeld(folder)).toMatchObject({ heldBy: { host: "another-machine" } });
    expect(await hasDeadLock(folder)).toBe(false);
    expect(lockFiles()).toEqual([".lock-1"]);
  });

  it.each([
    ["was silent for too long", SILENCE_LIMIT + MINUTE],
    ["has its sign of life in the future, where the clock was set back", -SILENCE_LIMIT - MINUTE],
  ])("is taken over if its holder %s", async (_, silentFor) => {
    await plantForeignLock(".lock-1", silentFor);
    expect(await findHeld(folder)).toBeNull();
    const lock = await mine();
    expect(lock.tookOverFrom.map(({ host }) => host)).toEqual(["another-machine"]);
    expect(lockFiles()).toEqual([".lock-2"]);
    await lock.release();
  });

  it.each([-5, 5])("is judged by the clock of the file system, even if this host's is %i hours off", async (hours) => {
    await plantForeignLock(".lock-1", MINUTE);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 60 * MINUTE });
    expect(isHeld(await acquireLock(folder))).toBe(true);
    expect(await findHeld(folder)).not.toBeNull();
    silence(".lock-1", SILENCE_LIMIT + MINUTE);
    expect(await findHeld(folder)).toBeNull();
    await (await mine()).release();
  });

  it("says when it was seen alive, when it is taken over, and which file to delete", async () => {
    await plantForeignLock(".lock-1", 3.5 * MINUTE);
    const lock = await acquireLock(folder);
    const message = "heldBy" in lock ? formatHeld(lock) : "";
    expect(message).toMatch(
      /^Another run has held the lock since \S+Z: process \d+ on another-machine, last seen alive 4 /u,
    );
    expect(message).toContain("the next run in 12 minutes takes over its lock");
    expect(message).toContain(`delete ${join(folder, ".lock-1")}.`);
  });

  it("goes to one of many that ask at once, where it is silent", async () => {
    await plantForeignLock(".lock-3", SILENCE_LIMIT + MINUTE);
    const asked = await Promise.all(Array.from({ length: 30 }, () => acquireLock(folder)));
    expect(asked.filter((lock) => !isHeld(lock))).toHaveLength(1);
    expect(lockFiles()).toEqual([".lock-4"]);
  });
});

describe("a lock that is held", () => {
  it("shows regularly, and when it is asked, that its holder is alive", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const lock = await mine();
    const content = readFileSync(lock.path, "utf8");
    const seen = () => statSync(lock.path).mtimeMs;
    silence(".lock-1", 60 * MINUTE);
    const before = seen();
    vi.advanceTimersByTime(BEAT);
    while (seen() === before) await setTimeout(5);
    expect(timeOfFolder() - seen()).toBeLessThan(MINUTE);

    silence(".lock-1", 60 * MINUTE);
    expect(await lock.isStillHeld()).toBe(true);
    expect(timeOfFolder() - seen()).toBeLessThan(MINUTE);
    expect(readFileSync(lock.path, "utf8")).toBe(content);
    await lock.release();
  });

  it("is lost if its file was deleted", async () => {
    const lock = await mine();
    expect(await lock.isStillHeld()).toBe(true);
    rmSync(lock.path);
    expect(await lock.isStillHeld()).toBe(false);
    await lock.release();
  });

  it("is lost if another process took it over, whose file stays as it is", async () => {
    const lock = await mine();
    rmSync(lock.path);
    writeFileSync(lock.path, "another-machine\n1\n\n2026-11-24T01:02:03.004Z\n");
    expect(await lock.isStillHeld()).toBe(false);
    await lock.release();
    expect(readFileSync(lock.path, "utf8")).toMatch(/^another-machine\n/u);
  });

  it("is kept if another process that came at the same time withdraws", async () => {
    const lock = await mine();
    const other = join(folder, ".lock-2");
    writeFileSync(other, "another-machine\n1\n\n2026-11-24T01:02:03.004Z\n");
    const asked = lock.isStillHeld();
    await setTimeout(60);
    rmSync(other);
    expect(await asked).toBe(true);
    await lock.release();
  });

  it("counts as lost if another process that came at the same time does not", async () => {
    const lock = await mine();
    writeFileSync(join(folder, ".lock-2"), "another-machine\n1\n\n2026-11-24T01:02:03.004Z\n");
    expect(await lock.isStillHeld()).toBe(false);
    await lock.release();
    expect(lockFiles()).toEqual([".lock-2"]);
  });
});
