import { join } from "node:path";
import { expect, it } from "vitest";
import { playAll } from "#tests/fuzz/pool.ts";

it("reports a run that hangs and one that ends its process, and plays all others", async () => {
  const answered: number[] = [];
  const answers = await playAll(7, {
    program: join(import.meta.dirname, "planted-process.mjs"),
    args: [],
    processes: 2,
    patience: 5,
    read: (message) => message,
    lost: (run, why) => ({ run, ...why }),
    onAnswer: (count) => answered.push(count),
  });
  expect(answers).toEqual([
    { run: 0 },
    { run: 1 },
    { run: 2, isHang: true, end: "SIGKILL" },
    { run: 3 },
    { run: 4, isHang: false, end: "exit 3" },
    { run: 5 },
    { run: 6 },
  ]);
  expect(answered).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
