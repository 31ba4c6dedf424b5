import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROJECT = join(import.meta.dirname, "../..");

/** A copy of the code, with the packages of the project and a cache of its own. */
let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "jnim-start-"));
  for (const path of ["pipeline", "schemas", "package.json", "package-lock.json"]) {
    cpSync(join(PROJECT, path), join(copy, path), { recursive: true });
  }
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(PROJECT, "node_modules")).filter((name) => name !== ".cache")) {
    symlinkSync(join(PROJECT, "node_modules", name), join(copy, "node_modules", name));
  }
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function start(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["pipeline/start.mjs", ...words], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const NO_RELEASE = { status: 0, stdout: "There is no release yet.\n", stderr: "" };

function edit(path: string, from: string, to: string) {
  const text = readFileSync(join(copy, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(copy, path), text.replace(from, to));
}

const bundles = () => readdirSync(join(copy, "node_modules/.cache/jnim-data"));
const forbidBundles = () => writeFileSync(join(copy, "node_modules/.cache"), "No folder.\n");

describe("start.mjs", () => {
  it("bundles the code once, and again after an edit", () => {
    expect(start("releases")).toEqual(NO_RELEASE);
    expect(start("releases")).toEqual(NO_RELEASE);
    const first = bundles();
    expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/u)]);

    edit("pipeline/commands/releases.ts", "There is no release yet.", "Nothing is published yet.");
    expect(start("releases")).toEqual({ ...NO_RELEASE, stdout: "Nothing is published yet.\n" });
    expect(bundles()).toHaveLength(2);

    edit("pipeline/commands/releases.ts", "Nothing is published yet.", "There is no release yet.");
    expect(start("releases")).toEqual(NO_RELEASE);
    expect(bundles()).toHaveLength(2);
  });

  it("keeps a few bundles, and not those before them", () => {
    expect(start("releases")).toEqual(NO_RELEASE);
    const [first] = bundles();
    for (const name of ["1", "2", "3", "4", "5", "6"]) mkdirSync(join(copy, "node_modules/.cache/jnim-data", name));
    edit("pipeline/commands/releases.ts", "There is no release yet.", "Nothing is published yet.");
    expect(start("releases").stdout).toBe("Nothing is published yet.\n");
    expect(bundles()).toHaveLength(6);
    expect(bundles()).not.toContain(first);
  });

  it("does without a bundle where none can be written", () => {
    forbidBundles();
    expect(start("releases")).toEqual(NO_RELEASE);
    expect(start("validate", "--bogus")).toMatchObject({ status: 2, stdout: "" });
  });

  it("serves several first runs at once", () => {
    const script = "for run in 1 2 3 4; do node pipeline/start.mjs releases & done; wait";
    const { stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: copy, encoding: "utf8" });
    expect(stdout).toBe(NO_RELEASE.stdout.repeat(4));
    expect(stderr).toBe("");
    expect(bundles()).toHaveLength(1);
  });

  it("takes a mistake in a source for a bug of the command that needs it", () => {
    edit("pipeline/commands/diff.ts", "export async function", "export sometimes function");
    expect(start("releases")).toEqual(NO_RELEASE);
    expect(start("diff", "1.0.0", "1.0.1").status).toBe(70);
  });

  it.each([
    ["with a bundle", () => undefined],
    ["without one", forbidBundles],
  ])("names file and line of a bug, %s", (_, prepare) => {
    prepare();
    edit("pipeline/commands/releases.ts", "<number> {\n", '<number> {\n  throw new Error("planted");\n');
    const text = readFileSync(join(copy, "pipeline/commands/releases.ts"), "utf8");
    const line = text.split("\n").findIndex((code) => code.includes("planted")) + 1;
    const { status, stderr } = start("releases");
    expect(status).toBe(70);
    expect(stderr).toContain("Error: planted\n");
    expect(stderr).toContain(`${join(copy, "pipeline/commands/releases.ts")}:${line}:`);
  });
});
