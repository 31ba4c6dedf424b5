import { describe, expect, it } from "vitest";
import { compareHashes, keptValidators } from "#pipeline/documents/source-update.ts";

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
  const fetched = { etag: '"1"', last_modified: null, status: 200 };
  const record = (value: object) => JSON.stringify({ original: { sha256: ONE, bytes: 9 }, fetched, ...value });

  it("are those of the answer that the original came from", () => {
    expect(keptValidators(record({}), ONE)).toEqual({ etag: '"1"', lastModified: null });
  });

  it.each([
    ["without a record", null, ONE],
    ["with a record of another original", record({}), TWO],
    ["with a record of an original that sources.csv does not name", record({}), null],
    ["with a record of a file", record({ fetched: null }), ONE],
    ["with a record that is no JSON", "{", ONE],
    ["with a record of another form", record({ fetched: { etag: 1 } }), ONE],
  ])("are none %s", (_, text, original) => {
    expect(keptValidators(text, original)).toEqual({ etag: null, lastModified: null });
  });
});
