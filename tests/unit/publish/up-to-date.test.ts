import { describe, expect, it } from "vitest";
import { repairStore } from "#pipeline/publish/repair.ts";
import { findUpToDate, isUnchanged } from "#pipeline/publish/up-to-date.ts";
import { memoryStore } from "#tests/builders/memory-store.ts";
import { aRelease } from "#tests/builders/published-release.ts";

const inputs = [
  { path: "coded/actors.csv", sha256: "a" },
  { path: "coded/events.csv", sha256: "b" },
];
const manifest = { version: "1.0.0", pipeline: "p", inputs: [...inputs].reverse() };

describe("whether there is nothing to do", () => {
  it("is so where the inputs and the code are those of the release, in whatever order", () => {
    expect(isUnchanged(manifest, { inputs, pipeline: "p" })).toBe(true);
  });

  it.each([
    ["the code changed", manifest, { inputs, pipeline: "q" }],
    [
      "an input changed",
      manifest,
      { inputs: [{ path: "coded/actors.csv", sha256: "x" }, ...inputs.slice(1)], pipeline: "p" },
    ],
    ["an input was added", manifest, { inputs: [...inputs, { path: "coded/new.csv", sha256: "c" }], pipeline: "p" }],
    ["an input is gone", manifest, { inputs: inputs.slice(1), pipeline: "p" }],
    [
      "an input was renamed",
      manifest,
      { inputs: [{ path: "coded/actor.csv", sha256: "a" }, ...inputs.slice(1)], pipeline: "p" },
    ],
    ["the manifest cannot be read", undefined, { inputs, pipeline: "p" }],
    [
      "the manifest is of another kind",
      { pipeline: "p", inputs: { "coded/actors.csv": "a" } },
      { inputs: [], pipeline: "p" },
    ],
    ["the manifest lists something else", { pipeline: "p", inputs: [null, "a"] }, { inputs, pipeline: "p" }],
  ])("is not so where %s", (_, read, run) => {
    expect(isUnchanged(read, run)).toBe(false);
  });
});

describe("the version that is up to date", () => {
  const INPUTS = { inputs, pipeline: "p" };
  const release = (files: Readonly<Record<string, string>> = {}) =>
    new Map([
      ...aRelease({ inputs: INPUTS }),
      ...Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
    ]);

  it("is the last one, where these inputs and this code made it", async () => {
    const store = memoryStore({ "1.0.0": release() });
    await repairStore(store);
    expect(await findUpToDate(store, INPUTS)).toBe("1.0.0");
    expect(await findUpToDate(store, { ...INPUTS, pipeline: "q" })).toBeNull();
  });

  it("is none if there is no release, if one is unreadable or altered, or if something needs a repair", async () => {
    expect(await findUpToDate(memoryStore(), INPUTS)).toBeNull();
    const torn = memoryStore({ "1.0.0": release({ "manifest.json": "{" }) });
    expect(await findUpToDate(torn, INPUTS)).toBeNull();
    const store = memoryStore({ "1.0.0": release() });
    expect(await findUpToDate(store, INPUTS)).toBeNull();
    await repairStore(store);
    const at = { file: "dist/releases/1.0.0", line: null, column: null };
    const altered = { code: "publish/altered-release", at, version: "1.0.0", why: "gone" } as const;
    const check = async () => ({ ...(await store.check()), issues: [altered] });
    expect(await findUpToDate({ ...store, check }, INPUTS)).toBeNull();
  });
});
