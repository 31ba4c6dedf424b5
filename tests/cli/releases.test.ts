import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishOnce } from "#tests/crash/program.ts";

const dist = join(mkdtempSync(join(tmpdir(), "jnim-releases-")), "dist");
beforeAll(async () => {
  await publishOnce(dist, 1);
  await publishOnce(dist, 2);
});
afterAll(() => rmSync(join(dist, ".."), { recursive: true, force: true }));

function pipeline(...words: readonly string[]) {
  const project = join(import.meta.dirname, "../..");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["pipeline/start.mjs", ...words], {
    cwd: project,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("releases", () => {
  it("lists them, newest first, each with its day and the reason of its version", () => {
    expect(pipeline("releases", "--dist", dist)).toEqual({
      status: 0,
      stdout: "1.1.0    2026-11-24  MINOR: 3 records added to events.\n1.0.0    2026-11-24  The first release.\n",
      stderr: "",
    });
  });

  it("does so for programs", () => {
    const found = JSON.parse(pipeline("releases", "--json", "--dist", dist).stdout);
    expect(found).toMatchObject([{ version: "1.1.0", path: "releases/1.1.0" }, { version: "1.0.0" }]);
  });

  it("says so where there is none", () => {
    expect(pipeline("releases", "--dist", join(dist, "nowhere"))).toMatchObject({
      status: 0,
      stdout: "There is no release yet.\n",
    });
  });
});

describe("diff", () => {
  it("shows what changed between two releases, as text and as JSON", () => {
    const { status, stdout } = pipeline("diff", "1.0.0", "latest", "--dist", dist);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "## From 1.0.0 to 1.1.0\n\n### events\n\n3 added.\n\n- Added evt-004: Base overrun. Operations grew in the southwest of the country.\n- Added evt-005: ",
    );
    const { from, to, changes } = JSON.parse(pipeline("diff", "1.0.0", "1.1.0", "--json", "--dist", dist).stdout);
    expect([from, to, changes.length]).toEqual(["1.0.0", "1.1.0", 3]);
  });

  it.each([
    ["1.0.1", "There is no release 1.0.1. Did you mean 1.0.0?\n"],
    ["7.7.77", "There is no release 7.7.77. The releases are 1.1.0, 1.0.0.\n"],
  ])("rejects %s, which is not a release, as wrong usage", (asked, stderr) => {
    expect(pipeline("diff", asked, "latest", "--dist", dist)).toEqual({ status: 2, stdout: "", stderr });
  });
});
