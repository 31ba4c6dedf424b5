import { describe, expect, it } from "vitest";
import { plainAddress } from "#pipeline/core/document-marks.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";

const sharedBy = (one: Parameters<typeof aSource>[1], other: Parameters<typeof aSource>[1]) =>
  resolveRaw(aRawInput({ sources: [aSource("source-a", one), aSource("source-b", other)] })).issues.flatMap((issue) =>
    issue.code === "resolve/same-document" ? [`${issue.by} of ${issue.otherId}`] : [],
  );

const HASH = "a".repeat(64);

describe("one document under two ids", () => {
  it("is found by its text, its original and its address, and reported once", () => {
    expect(sharedBy({ sha256: HASH }, { sha256: HASH })).toEqual(["text of source-a"]);
    expect(sharedBy({ original_sha256: HASH }, { original_sha256: HASH })).toEqual(["original of source-a"]);
    expect(sharedBy({ url: "https://a.org/1" }, { url_copy: "http://www.a.org/1/" })).toEqual(["address of source-a"]);
    expect(sharedBy({ sha256: HASH, url: "https://a.org/1" }, { sha256: HASH, url: "https://a.org/1" })).toHaveLength(
      1,
    );
  });

  it("is not seen in another page, in the front page of a site, or in one source that names its address twice", () => {
    expect(sharedBy({ url: "https://a.org/?p=1" }, { url: "https://a.org/?p=2" })).toEqual([]);
    expect(sharedBy({ url: "https://a.org/" }, { url: "https://a.org" })).toEqual([]);
    expect(sharedBy({ url: "https://a.org/1", url_copy: "https://a.org/1" }, {})).toEqual([]);
  });
});

describe("a plain address", () => {
  it.each([
    ["https://www.a.org/1/?utm_source=x&b=2&a=1#top", "http://a.org/1?a=1&b=2"],
    ["https://A.ORG/1/index.html", "https://a.org/1"],
    ["https://a.org:443/1?fbclid=x", "https://a.org/1"],
  ])("is the same for %s and %s", (one, other) => {
    expect(plainAddress(one)).toBe(plainAddress(other));
    expect(plainAddress(one)).not.toBeNull();
  });

  it("differs where the page may differ", () => {
    expect(plainAddress("https://a.org/A")).not.toBe(plainAddress("https://a.org/a"));
    expect(plainAddress("not an address")).toBe("not an address");
  });
});
