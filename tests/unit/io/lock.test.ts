import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, formatHeld, hasDeadLock, type Lock } from "#pipeline/io/lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

  it("counts as held if its holder is on another machine, where it cannot be checked", async () => {
    await plantLock(".lock-1", { host: "another-machine", pid: DEAD_PID });
    expect(isHeld(await acquireLock(folder))).toBe(true);
    expect(await hasDeadLock(folder)).toBe(false);
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
