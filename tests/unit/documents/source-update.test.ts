import { describe, expect, it } from "vitest";
import { compareHashes, keptValidators, permanentAddress } from "#pipeline/documents/source-update.ts";

const ONE = "1".repeat(64);
const TWO = "2".repeat(64);

describe("a document that was sent", () => {
  it("is compared with the original that was taken in, if that is known", () => {
    expect(compareHashes(ONE, ONE)).toBe("unchanged");
    expect(compareHashes(ONE, TWO)).toBe("changed");
    expect(compareHashes(null, TWO)).toBe("unknown");
  });
});

describe("kept validators", () => {
  const fetched = { final_url: "https://example.org/a", etag: '"1"', last_modified: null, status: 200 };
  const record = (value: object) => JSON.stringify({ original: { sha256: ONE, bytes: 9 }, fetched, ...value });

  it("are those of the answer that the original came from, with its address", () => {
    const expected = { address: "https://example.org/a", etag: '"1"', lastModified: null };
    expect(keptValidators(record({}), ONE)).toEqual(expected);
  });

  it.each([
    ["without a record", null, ONE],
    ["with a record of another original", record({}), TWO],
    ["with a record of an original that sources.csv does not name", record({}), null],
    ["with a record of a file", record({ fetched: null }), ONE],
    ["with a record that is no JSON", "{", ONE],
    ["with a record of another form", record({ fetched: { etag: 1 } }), ONE],
  ])("are none %s", (_, text, original) => {
    expect(keptValidators(text, original)).toBeNull();
  });
});

describe("the address that a document has moved to", () => {
  const redirects = (...statuses: number[]) =>
    statuses.map((status, at) => ({ status, to: `https://example.org/${at}` }));

  it.each([
    [[], null],
    [[301], "https://example.org/0"],
    [[301, 308], "https://example.org/1"],
    [[301, 302, 301], "https://example.org/0"],
    [[302, 301], null],
    [[307], null],
    [[303], null],
  ])("after redirects with %j is %s", (statuses, expected) => {
    expect(permanentAddress(redirects(...statuses))).toBe(expected);
  });
});
