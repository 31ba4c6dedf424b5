import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startDeadline } from "#pipeline/io/fetch/deadline.ts";

const ended = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done());
  });

it("a deadline does not run while something else is waited for, and goes on afterwards", async () => {
  const { signal, pausedDuring } = startDeadline(200);
  let wasAborted = false;
  await pausedDuring(async () => {
    await sleep(500);
    wasAborted = signal.aborted;
  });
  expect(wasAborted).toBe(false);
  await ended(signal);
});

it("a deadline that is closed does not end anything", async () => {
  const { signal, close } = startDeadline(20);
  close();
  await sleep(60);
  expect(signal.aborted).toBe(false);
});
