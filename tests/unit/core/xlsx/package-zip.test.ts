import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { PackageZip } from "#pipeline/core/xlsx/package-zip.ts";

describe("the zip of a package", () => {
  it("gives back every part, and was written before the last of a long part came", () => {
    const written: Uint8Array[] = [];
    const line = (at: number) => `${at} Ménaka 😀 ${"digits ".repeat(at % 50)}\n`;
    let writtenByTheEnd = 0;
    const lines = function* () {
      for (let at = 0; at < 50_000; at += 1) yield line(at);
      writtenByTheEnd = written.length;
    };
    const zip = new PackageZip((bytes) => written.push(bytes));
    zip.add("long.xml", lines());
    zip.add("empty.xml", []);
    zip.end();
    const parts = unzipSync(Buffer.concat(written));
    expect(Object.keys(parts)).toEqual(["long.xml", "empty.xml"]);
    expect(
      strFromU8(parts["long.xml"] ?? new Uint8Array()) === Array.from({ length: 50_000 }, (_, at) => line(at)).join(""),
    ).toBe(true);
    expect(writtenByTheEnd).toBeGreaterThan(10);
  });

  it("is not continued if the text of a part cannot be read", () => {
    const zip = new PackageZip(() => undefined);
    const broken = function* (): Generator<string> {
      yield "a";
      throw new Error("The file is gone.");
    };
    expect(() => zip.add("a.xml", broken())).toThrow("The file is gone.");
  });
});
