import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type Workspace, writeFile } from "#pipeline/core/release-store.ts";
import { beginBeside, beginElsewhere } from "#pipeline/io/workspace.ts";

let releases: string;
let workspace: Workspace;
beforeEach(async () => {
  releases = mkdtempSync(join(tmpdir(), "jnim-workspace-"));
  workspace = await beginBeside(releases);
});
afterEach(() => rmSync(releases, { recursive: true, force: true }));

/** More than is written or read at a time. */
const LARGE = Buffer.from("0123456789abcde\n".repeat(50_000));

describe("a file of a release in the making", () => {
  it("is written in any parts, and closed with its length and hash", () => {
    const file = workspace.create("data/large.csv");
    for (const [from, to] of [
      [0, 1],
      [1, 1],
      [1, 700_000],
      [700_000, LARGE.length],
    ])
      file.write(LARGE.subarray(from, to));
    expect(file.close()).toEqual({ path: "data/large.csv", bytes: LARGE.length, sha256: sha256Hex(LARGE) });
    expect(workspace.text("data/large.csv")).toBe(LARGE.toString());
  });

  it("contains the bytes as they were when they were written, even if their memory is reused", () => {
    const file = workspace.create("a.txt");
    const part = Buffer.from("once ");
    file.write(part);
    part.write("twice");
    file.write(part);
    file.close();
    expect(workspace.text("a.txt")).toBe("once twice");
  });

  it("is read from its start in parts, as often as one likes", () => {
    writeFile(workspace, "large.csv", LARGE);
    for (const _ of [1, 2]) {
      const parts = [...workspace.chunks("large.csv")].map(({ length }) => length);
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.reduce((sum, length) => sum + length, 0)).toBe(LARGE.length);
    }
  });

  it("is made once", () => {
    writeFile(workspace, "a.txt", "first");
    expect(() => workspace.create("a.txt")).toThrow("EEXIST");
    expect(() => workspace.place("a.txt")).toThrow("EEXIST");
    expect(workspace.text("a.txt")).toBe("first");
  });

  it("may be written by somebody else, and is then taken in", () => {
    const place = workspace.place("a.sqlite");
    expect(readFileSync(place, "utf8")).toBe("");
    writeFileSync(place, LARGE);
    expect(workspace.adopt("a.sqlite")).toEqual({ path: "a.sqlite", bytes: LARGE.length, sha256: sha256Hex(LARGE) });
  });

  it("can be removed", () => {
    writeFile(workspace, "a.txt", "");
    expect(workspace.has("a.txt")).toBe(true);
    workspace.remove("a.txt");
    expect(workspace.has("a.txt")).toBe(false);
  });
});

describe("a release in the making", () => {
  it("has a temporary name, and gets its version as a name when it is published", async () => {
    writeFile(workspace, "data/a.csv", "a\n");
    expect(readdirSync(releases)).toEqual([expect.stringMatching(new RegExp(`^\\.tmp-next-${process.pid}-`, "u"))]);
    await workspace.commit("1.0.0");
    await workspace.discard();
    expect(readdirSync(releases)).toEqual(["1.0.0"]);
    expect(readFileSync(join(releases, "1.0.0/data/a.csv"), "utf8")).toBe("a\n");
  });

  it("leaves nothing where it is given up", async () => {
    writeFile(workspace, "data/a.csv", "a\n");
    await workspace.discard();
    expect(readdirSync(releases)).toEqual([]);
  });

  it("for a trial is made elsewhere, and cannot be published", async () => {
    const trial = await beginElsewhere();
    const place = trial.place("a.sqlite");
    expect(place.startsWith(releases)).toBe(false);
    await expect(trial.commit("1.0.0")).rejects.toThrow("cannot be published");
    await trial.discard();
    expect(() => readFileSync(place)).toThrow("ENOENT");
  });
});
