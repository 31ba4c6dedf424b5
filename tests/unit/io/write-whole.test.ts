import fs, { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { beginResults } from "#pipeline/io/staged-folder.ts";

const held = async () => undefined;

const realWriteSync = fs.writeSync;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-write-"));
});
afterEach(() => replaceWriteSync(realWriteSync));
afterAll(() => rmSync(folder, { recursive: true }));

function replaceWriteSync(writeSync: typeof fs.writeSync): void {
  fs.writeSync = writeSync;
  syncBuiltinESMExports();
}

it("continues where the system wrote only a part", async () => {
  let calls = 0;
  replaceWriteSync(((file: number, bytes: Uint8Array, start: number) => {
    calls += 1;
    return realWriteSync(file, bytes, start, Math.min(7, bytes.length - start));
  }) as typeof fs.writeSync);
  const results = beginResults(folder, held);
  const file = results.open("statements/é.csv");
  file.write("jihadist group é, ");
  file.write("more than seven bytes\n");
  file.close();
  expect(calls).toBe(6);
  await results.commit("validate");
  expect(readFileSync(join(folder, "statements/é.csv"), "utf8")).toBe("jihadist group é, more than seven bytes\n");
});

it("names the file in the error of a full disk", () => {
  replaceWriteSync((() => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  }) as typeof fs.writeSync);
  const file = beginResults(folder, held).open("issues.csv");
  file.write("x");
  expect(() => file.close()).toThrow(
    expect.objectContaining({ code: "ENOSPC", path: expect.stringContaining(join(folder, ".tmp-issues.csv-")) }),
  );
});
