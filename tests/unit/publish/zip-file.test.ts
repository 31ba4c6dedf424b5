import { unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { zipFile } from "#pipeline/publish/zip-file.ts";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

const file = (path: string) => ({ path, bytes: new TextEncoder().encode(path.repeat(50)) });

describe("a zip file", () => {
  it("has the same bytes in every time zone and whatever the order of its files", () => {
    process.env.TZ = "Pacific/Auckland";
    const east = zipFile([file("a"), file("b")]);
    process.env.TZ = "America/Los_Angeles";
    expect(zipFile([file("b"), file("a")])).toEqual(east);
  });

  it("gives back what was put in", () => {
    expect(unzipSync(zipFile([file("data/é.csv")]))["data/é.csv"]).toEqual(file("data/é.csv").bytes);
  });
});
