import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneInto } from "#tests/builders/git-clone.ts";

const scratch = mkdtempSync(join(tmpdir(), "jnim-fresh-"));
const clone = join(scratch, "clone");
beforeAll(() => cloneInto(clone));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const sh = (line: string) => {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    cwd: clone,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: "" },
  });
  return { status, stdout, stderr };
};

/** What Git does not keep is in dist/ once the pipeline has run, whether or not it had something to publish. */
describe("the first run in a fresh clone", () => {
  it("ends with everything in dist/latest, and says so; the second has nothing to do", () => {
    // What the code writes above the releases may have changed since; the releases have not.
    const { stdout } = sh("npm run --silent pipeline -- verify all --json");
    expect(JSON.parse(stdout)).toMatchObject({ issues: [] });
    expect(readdirSync(join(clone, "dist/latest"))).not.toContain("jnim-data.sqlite");
    const first = sh("npm run --silent pipeline");
    expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/^jnim-data \d.* is in dist\/latest/mu) });
    expect(sh("cd dist/latest && sha256sum --check --quiet --strict SHA256SUMS")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(
      sh("git ls-files --others --exclude-standard dist/latest dist/releases | grep -E '[.](parquet|sqlite|zip)$'")
        .stdout,
    ).toBe("");
    expect(sh("npm run --silent pipeline -- run --exit-code --quiet")).toEqual({ status: 3, stdout: "", stderr: "" });
    expect(sh("npm run --silent pipeline -- verify all")).toMatchObject({ status: 0, stderr: "" });
  });
});
