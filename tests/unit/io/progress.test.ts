import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { terminalProgress } from "#pipeline/io/progress.ts";

/** To the start of the line, and clears it. */
const CLEAR = "\r\u001B[2K";

/** A stream that keeps what is written to it. */
function aStream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, write } as unknown as NodeJS.WriteStream };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("progress", () => {
  it("is a line per step on a terminal, with its counts", () => {
    const { written, stream } = aStream(true);
    const progress = terminalProgress(stream);
    progress.begin("extract");
    progress.found("24 files");
    progress.begin("stage");
    progress.end();
    progress.end();
    const lines = written
      .join("")
      .split("\n")
      .map((line) => line.slice(line.lastIndexOf(CLEAR) + CLEAR.length));
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^extract {4}24 files +\d\.\d s$/u),
      expect.stringMatching(/^stage +\d\.\d s$/u),
    ]);
  });

  it("shows what a step is at once it takes more than two seconds", () => {
    const { written, stream } = aStream(true);
    const progress = terminalProgress(stream);
    progress.begin("publish");
    progress.doing("making the xlsx edition");
    vi.advanceTimersByTime(1500);
    expect(written.join("")).not.toContain("xlsx");
    vi.advanceTimersByTime(2000);
    expect(written.join("")).toMatch(/making the xlsx edition \([23] s\)/u);
    progress.end();
    const before = written.length;
    vi.advanceTimersByTime(5000);
    expect(written).toHaveLength(before);
  });

  it("is silent elsewhere", () => {
    const { written, stream } = aStream(false);
    const progress = terminalProgress(stream);
    progress.begin("extract");
    progress.found("24 files");
    vi.advanceTimersByTime(5000);
    progress.end();
    expect(written).toEqual([]);
  });
});
