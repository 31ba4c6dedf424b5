import { describe, expect, it } from "vitest";
import { checkDescriptions } from "#pipeline/core/release-files.ts";

const HASH = "a".repeat(64);
const sums = new Map([
  ["data/events.csv", HASH],
  ["manifest.json", HASH],
]);
const manifest = {
  ...{ version: "1.0.0", created: "2026-11-24" },
  outputs: [{ path: "data/events.csv", sha256: HASH }],
};
const descriptor = { version: "1.0.0", created: "2026-11-24T00:00:00Z" };

describe("what the files of a release say about it", () => {
  it("agrees", () => expect(checkDescriptions("1.0.0", { manifest, descriptor }, sums)).toEqual([]));

  /** JSON that no text can be made of. */
  const strange = { toString: 1, valueOf: 1 };

  it.each([
    ["datapackage.json", "other-version", { manifest, descriptor: { ...descriptor, created: strange } }],
    ["manifest.json", "other-version", { manifest: { ...manifest, version: strange }, descriptor }],
    ["manifest.json", "other-manifest", { manifest: { ...manifest, outputs: [{ path: strange }] }, descriptor }],
    ["manifest.json", "other-manifest", { manifest: { ...manifest, outputs: [{ path: "data/a.csv" }] }, descriptor }],
    ["manifest.json", "other-manifest", { manifest: { ...manifest, outputs: [] }, descriptor }],
  ])("is refused, and not thrown, for an odd value in %s: %s", (path, why, descriptions) => {
    expect(checkDescriptions("1.0.0", descriptions, sums)).toEqual([{ path, why }]);
  });
});
