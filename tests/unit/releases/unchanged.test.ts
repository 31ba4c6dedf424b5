import { describe, expect, it } from "vitest";
import { isUnchanged } from "#pipeline/releases/unchanged.ts";

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
    ["the manifest can not be read", undefined, { inputs, pipeline: "p" }],
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
