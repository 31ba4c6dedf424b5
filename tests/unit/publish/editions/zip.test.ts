import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeZip, type ZipEntry } from "#pipeline/publish/editions/zip.ts";

function zipOf(files: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  writeZip(files, (bytes) => parts.push(bytes));
  return Buffer.concat(parts);
}

/** 300,000 bytes that do not repeat soon: more than is compressed at a time. */
const large = Uint8Array.from({ length: 300_000 }, (_, at) => (at * at) >> 7);
const inChunks = (bytes: Uint8Array, size: number) => () =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

describe("a zip that is written as its files are read", () => {
  it.each(["data/claims.csv", "data/claims.parquet"])(
    "gives %s back, and has the same bytes however it is cut",
    (path) => {
      const whole = zipOf([{ path, chunks: () => [large] }]);
      expect(Buffer.from(unzipSync(whole)[path] ?? []).equals(large)).toBe(true);
      for (const size of [999, 65_536, 100_000])
        expect(Buffer.from(zipOf([{ path, chunks: inChunks(large, size) }])).equals(whole)).toBe(true);
    },
  );

  it("takes a file without bytes", () => {
    const zip = zipOf([
      { path: "empty", chunks: () => [] },
      { path: "after", chunks: () => [new Uint8Array([1])] },
    ]);
    expect(unzipSync(zip)).toEqual({ after: new Uint8Array([1]), empty: new Uint8Array() });
  });

  it("reads one file after the other, in the order of their paths", () => {
    const read: string[] = [];
    const file = (path: string): ZipEntry => ({
      path,
      *chunks() {
        read.push(`${path} begins`);
        yield new Uint8Array(10);
        read.push(`${path} ends`);
      },
    });
    zipOf([file("b"), file("a")]);
    expect(read).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });
});
