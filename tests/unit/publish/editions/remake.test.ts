import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isEditionFile } from "#pipeline/core/edition-files.ts";
import { NO_OUTLINES } from "#pipeline/core/outlines.ts";
import { filesBelow } from "#pipeline/io/release-folders.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { formatRemade } from "#pipeline/publish/editions/format-remade.ts";
import { remakeEditions } from "#pipeline/publish/editions/remake.ts";
import { publishOnce } from "#tests/crash/program.ts";
import { listTree } from "#tests/crash/tree.ts";

const dist = mkdtempSync(join(tmpdir(), "jnim-remake-"));
const release = join(dist, "releases/1.0.0");
const place = (path: string) => join(release, path);
let whole: readonly string[] = [];

beforeAll(async () => {
  await publishOnce(dist, 1);
  whole = listTree(release);
  await releaseStore(dist).replaceLatest(null);
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const remake = () =>
  remakeEditions({
    store: releaseStore(dist),
    version: "1.0.0",
    outlines: NO_OUTLINES,
    pause: () => Promise.resolve(),
  });
const drop = (isDropped: (path: string) => boolean) => {
  for (const { path } of filesBelow(release)) if (isDropped(path)) rmSync(place(path));
};

describe("absent editions", () => {
  it("are made again, with the bytes that were published, and nothing is left of the work", async () => {
    drop(isEditionFile);
    expect(listTree(release).length).toBeLessThan(whole.length);
    const { made, refused } = await remake();
    expect([...refused]).toEqual([]);
    expect(made.every(isEditionFile)).toBe(true);
    expect(listTree(release)).toEqual(whole);
    expect(readdirSync(join(dist, "releases"))).toEqual(["1.0.0"]);
    expect(await remake()).toEqual({ made: [], refused: new Map() });
  });

  it("are made alone, so that what is there is not written again", async () => {
    drop((path) => path === "jnim-data.xlsx");
    expect((await remake()).made).toEqual(["jnim-data.xlsx"]);
    expect(listTree(release)).toEqual(whole);
  });

  it("are refused if this program writes another format, and so is the archive that holds them", async () => {
    const manifest = readFileSync(place("manifest.json"), "utf8");
    drop((path) => /\.(sqlite|zip)$/u.test(path));
    const { editions, ...rest } = JSON.parse(manifest);
    writeFileSync(place("manifest.json"), JSON.stringify({ ...rest, editions: { ...editions, sqlite: 999 } }));
    const remade = await remake();
    expect(Object.fromEntries(remade.refused)).toEqual({
      "jnim-data.sqlite": "other-format",
      "jnim-data-1.0.0.zip": "incomplete",
    });
    writeFileSync(place("manifest.json"), manifest);
    expect((await remake()).made).toEqual(["jnim-data.sqlite", "jnim-data-1.0.0.zip"]);
    expect(listTree(release)).toEqual(whole);
  });

  it("are refused if the result is not what was published", async () => {
    const manifest = readFileSync(place("manifest.json"), "utf8");
    drop((path) => path === "data/events.parquet");
    const { outputs, ...rest } = JSON.parse(manifest);
    const forged = outputs.map((file: { path: string }) =>
      file.path === "data/events.parquet" ? { ...file, sha256: "0".repeat(64) } : file,
    );
    writeFileSync(place("manifest.json"), JSON.stringify({ ...rest, outputs: forged }));
    expect(Object.fromEntries((await remake()).refused)).toEqual({ "data/events.parquet": "other-bytes" });
    expect(listTree(release).some((line) => line.includes("events.parquet"))).toBe(false);
    writeFileSync(place("manifest.json"), manifest);
    await remake();
  });

  it("are taken from latest/ if it has them, and not if it has another file", async () => {
    await releaseStore(dist).replaceLatest("1.0.0");
    writeFileSync(join(dist, "latest/jnim-data.geojson"), "{}");
    drop((path) => /\.(xlsx|geojson)$/u.test(path));
    expect((await remake()).made).toEqual(["jnim-data.geojson"]);
    expect(listTree(release)).toEqual(whole);
  });

  it("of the first releases are in the history, and later ones on the hosting site", () => {
    const refused = new Map([
      ["jnim-data.xlsx", "other-format"],
      ["jnim-data-1.0.0.zip", "incomplete"],
    ] as const);
    const remade = { made: ["a"], refused };
    expect(formatRemade("1.0.0", "dist/releases/1.0.0", remade)).toEqual([
      "Made 1 of the 3 edition files that dist/releases/1.0.0 lacked.",
      "Not made: jnim-data.xlsx. Their format has changed since.",
      "Not made: jnim-data-1.0.0.zip. It holds the files that could not be made.",
      expect.stringMatching(/git restore --source [0-9a-f]{40} -- dist\/releases\/1\.0\.0$/u),
    ]);
    expect(formatRemade("2.4.0", "dist/releases/2.4.0", remade).at(-1)).toContain("/releases/tag/v2.4.0");
  });
});
