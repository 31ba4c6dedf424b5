import { describe, expect, it } from "vitest";
import { checkChain } from "#pipeline/core/release-chain.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { firstReleases } from "#schemas/first-releases.ts";

const aReleaseOnDisk = (facts: Partial<ReleaseOnDisk>): ReleaseOnDisk => ({
  ...{ version: "1.0.0", created: "2026-11-24", sumsHash: "a".repeat(64), previous: null, withdrawn: null },
  changelog: () => "",
  ...facts,
});

/** The faults of a chain, given oldest first, whose catalog was forged with it. */
function faultsOf(...chain: readonly Partial<ReleaseOnDisk>[]) {
  const releases = chain.map(aReleaseOnDisk).toReversed();
  const catalog = releases.map(({ version, created, sumsHash }) => ({
    ...{ version, date: created, sha256sums: sumsHash, isWithdrawn: false },
  }));
  return checkChain({ releases, catalog, today: "2026-11-24" }).map(({ version, why }) => `${version} ${why}`);
}

const [firstHash = "", secondHash = ""] = Object.values(firstReleases);
const first = { version: "1.0.0", sumsHash: firstHash, previous: undefined };
const second = { version: "2.0.0", sumsHash: secondHash, previous: undefined };
const third = { version: "2.0.1", sumsHash: "c".repeat(64), previous: { version: "2.0.0", sha256sums: secondHash } };
const forged = { version: "2.0.0", sumsHash: "b".repeat(64) };

describe("the start of the chain", () => {
  it("is the first releases of this dataset", () => {
    expect(faultsOf(first, second, third)).toEqual([]);
  });

  it("cannot be forged with a manifest that names a predecessor", () => {
    const previous = { version: "1.0.0", sha256sums: firstHash };
    expect(faultsOf(first, { ...forged, previous })).toEqual(["2.0.0 other-first-release"]);
    expect(faultsOf({ ...first, previous: null, sumsHash: "d".repeat(64) }, second, third)).toContain(
      "1.0.0 other-first-release",
    );
  });

  it("may be another one, of which this program knows no release", () => {
    const next = { version: "1.1.0", previous: { version: "1.0.0", sha256sums: "a".repeat(64) } };
    expect(faultsOf({}, next)).toEqual([]);
    expect(faultsOf({ previous: undefined }, next)).toEqual(["1.0.0 other-first-release"]);
  });
});
