import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-data-site-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const site = (...options: readonly string[]) =>
  spawnSync(process.execPath, ["pipeline/start.mjs", "site", ...options], {
    encoding: "utf8",
    env: { ...process.env, TZ: "Asia/Tokyo" },
  });

/** Every file below a folder, with its content. */
const contentOf = (out: string) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(out.length), readFileSync(path, "base64")]);

describe("site", () => {
  it("writes the same bytes for the same release, also over an older site", () => {
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    expect(site("--release", "1.0.0", "--out", one).status).toBe(0);
    expect(site("--release", "latest", "--out", other).status).toBe(0);
    expect(site("--release", "1.0.0", "--out", other).status).toBe(0);
    expect(contentOf(other)).toEqual(contentOf(one));
    expect(readdirSync(folder).sort()).toEqual(["one", "other"]);
  });

  it("leaves a folder alone that is no site", () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine/letter.txt"), "Dear reader");
    const { status, stderr } = site("--out", join(folder, "mine"));
    expect([status, readdirSync(join(folder, "mine"))]).toEqual([2, ["letter.txt"]]);
    expect(stderr).toContain("is not a site");
  });

  it("names what is wrong with an option", () => {
    expect(site("--release", "9.9.9", "--out", join(folder, "x")).status).toBe(2);
    expect(site("--release", "9.9.9", "--release", "1.0.0", "--out", join(folder, "x")).status).toBe(2);
    expect(site("--base", "example", "--out", join(folder, "x")).status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("names the address of each page if it is known", () => {
    expect(site("--release", "1.0.0", "--base", "https://example.org/data", "--out", join(folder, "x")).status).toBe(0);
    const page = readFileSync(join(folder, "x/1.0.0/r/exp-013.html"), "utf8");
    expect(page).toContain('<link rel="canonical" href="https://example.org/data/1.0.0/r/exp-013.html">');
  });
});
