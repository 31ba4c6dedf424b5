import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { appendEvent } from "#pipeline/io/run-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = () => readFileSync(join(folder, "staged", "runs.ndjson"), "utf8");

it("appends a line per event, and makes the folder where it is missing", async () => {
  await appendEvent(join(folder, "staged"), { run: 1 });
  await appendEvent(join(folder, "staged"), { run: 2, text: "two\nlines" });
  expect(log()).toBe('{"run":1}\n{"run":2,"text":"two\\nlines"}\n');
});

it("begins a new line after one that a killed run left without its end", async () => {
  await appendEvent(join(folder, "staged"), { run: 1 });
  appendFileSync(join(folder, "staged", "runs.ndjson"), '{"run":');
  await appendEvent(join(folder, "staged"), { run: 3 });
  expect(log().split("\n")).toEqual(['{"run":1}', '{"run":', '{"run":3}', ""]);
});

it("loses no line of runs that append at once", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, run) => appendEvent(join(folder, "staged"), { run })));
  const runs = log()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).run);
  expect(runs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, run) => run));
});
