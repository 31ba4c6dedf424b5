import { afterEach, describe, expect, it, vi } from "vitest";
import { listenForStop, Stop } from "#pipeline/io/stop.ts";

afterEach(() => vi.useRealTimers());

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;
const listeners = () => SIGNALS.map(([name]) => process.listenerCount(name));

describe.each(SIGNALS)("%s", (name, exitCode) => {
  it(`stops the work, for the exit code ${exitCode}`, () => {
    const { signal, close } = listenForStop();
    expect(signal.aborted).toBe(false);
    process.emit(name, name);
    expect(signal.reason).toEqual(new Stop(exitCode, `Stopped by ${name}.`));
    close();
  });

  it("may come twice at once, as Ctrl+C does through npm; later, a second one ends the process", () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const before = listeners();
    const { close } = listenForStop();
    process.emit(name, name);
    process.emit(name, name);
    expect(listeners()).toEqual(before.map((number) => number + 1));
    vi.runAllTimers();
    expect(listeners()).toEqual(before);
    close();
  });
});

it("listens no longer than the work lasts", () => {
  const before = listeners();
  listenForStop().close();
  expect(listeners()).toEqual(before);
});
