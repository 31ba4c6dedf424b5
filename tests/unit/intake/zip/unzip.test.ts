import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unzip } from "#pipeline/intake/zip/unzip.ts";

const wanted = {
  isNeeded: (name: string) => name !== "picture",
  damaged: { code: "damaged", detail: null },
  encrypted: { code: "encrypted", detail: null },
};
const zeros = (length: number) => new Uint8Array(length);

describe("unzip", () => {
  it("unpacks the parts that are needed, packed or stored", () => {
    const bytes = zipSync({ a: [zeros(100), { level: 9 }], b: [zeros(50), { level: 0 }], picture: zeros(10) });
    const unzipped = unzip(bytes, wanted);
    expect("parts" in unzipped && [...unzipped.parts].map(([name, part]) => [name, part.length])).toEqual([
      ["a", 100],
      ["b", 50],
    ]);
  });

  it("stops at the limit of all parts together, whatever the archive says of their size", () => {
    const bytes = zipSync({ a: zeros(600), b: zeros(600) });
    expect(unzip(bytes, { ...wanted, mostBytes: 1000 })).toEqual({ code: "zip-bomb", detail: "b" });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 <= bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    expect(unzip(bytes, { ...wanted, mostBytes: 1000 })).toEqual({ code: "zip-bomb", detail: "b" });
  });

  it("refuses what is damaged or cut off", () => {
    const bytes = zipSync({ a: [Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 251), { level: 0 }] });
    const changed = bytes.slice();
    changed.set([1, 2, 3], 100);
    expect(unzip(changed, wanted)).toEqual({ code: "damaged", detail: "a" });
    for (const length of [0, 10, 30, 200, bytes.length - 1])
      expect(unzip(bytes.subarray(0, length), wanted)).toEqual(wanted.damaged);
  });

  it("refuses an encrypted part", () => {
    const bytes = zipSync({ a: zeros(10) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 <= bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(unzip(bytes, wanted)).toEqual(wanted.encrypted);
  });
});
