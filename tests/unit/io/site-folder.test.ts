import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginSite, mendSite } from "#pipeline/io/site-folder.ts";

const MARK = "site.json";

let around: string;
let out: string;
beforeEach(async () => {
  around = mkdtempSync(join(tmpdir(), "jnim-data-site-folder-"));
  out = join(around, "site");
  await writeSite("old");
});
afterEach(() => rmSync(around, { recursive: true }));

async function beginWith(text: string) {
  const site = await beginSite(out, MARK);
  site.write(MARK, text);
  return site;
}

async function writeSite(text: string) {
  const site = await beginWith(text);
  await site.commit();
  await site.discard();
}

const shown = () => readFileSync(join(out, MARK), "utf8");

/** The folder in which an interrupted run wrote a site. */
const workspace = () => join(around, readdirSync(around).find((name) => name.startsWith(".tmp-site-")) ?? "");

describe("a site that is replaced", () => {
  it("is whole, with nothing beside it", async () => {
    await writeSite("new");
    expect([shown(), readdirSync(around)]).toEqual(["new", ["site"]]);
  });

  it("stays if the new one is given up", async () => {
    await (await beginWith("new")).discard();
    expect([shown(), readdirSync(around)]).toEqual(["old", ["site"]]);
  });

  it("stays if the new one cannot be put into its place", async () => {
    const site = await beginWith("new");
    rmSync(join(workspace(), "new"), { recursive: true });
    await expect(site.commit()).rejects.toThrow();
    await site.discard();
    expect([shown(), readdirSync(around)]).toEqual(["old", ["site"]]);
  });

  it("stays if the run is killed while it writes, and the next removes what is left", async () => {
    await beginWith("new");
    expect(await mendSite(out)).toHaveLength(1);
    expect([shown(), readdirSync(around)]).toEqual(["old", ["site"]]);
  });

  it("is put back if the run is killed before the new one is in its place", async () => {
    await beginWith("new");
    renameSync(out, join(workspace(), "old"));
    expect(existsSync(out)).toBe(false);
    expect(await mendSite(out)).toEqual([expect.stringContaining("put back")]);
    expect([shown(), readdirSync(around)]).toEqual(["old", ["site"]]);
  });

  it("is put back into an empty folder too", async () => {
    await beginWith("new");
    renameSync(out, join(workspace(), "old"));
    mkdirSync(out);
    await mendSite(out);
    expect([shown(), readdirSync(around)]).toEqual(["old", ["site"]]);
  });

  it("leaves alone what is not of this site", async () => {
    for (const name of [".tmp-site-before-12-0123abcd", ".tmp-other-12-0123abcd", ".tmp-site-mine"])
      mkdirSync(join(around, name));
    expect(await mendSite(out)).toEqual([]);
    expect(readdirSync(around)).toHaveLength(4);
  });
});
