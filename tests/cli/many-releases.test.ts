import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeReleases } from "#tests/builders/many-releases.ts";

const PROJECT = join(import.meta.dirname, "../..");
const RAW = join(PROJECT, "tests/golden/all-well/raw");
const folder = mkdtempSync(join(tmpdir(), "jnim-many-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twenty releases have a thousand files; a run writes some fifty at once. */
const OPEN_FILES = 128;

it("a run opens few files at once, however many releases there are", async () => {
  const dist = join(folder, "dist");
  const words = ["run", "--raw", RAW, "--dist", dist, "--staged", join(folder, "staged"), "--date", "2026-11-24"];
  const run = () =>
    spawnSync(
      "sh",
      ["-c", `ulimit -n ${OPEN_FILES} && exec "$0" "$@"`, process.execPath, "pipeline/start.mjs", ...words],
      {
        cwd: PROJECT,
        encoding: "utf8",
        env: { ...process.env, DOCUMENTS_DIR: "" },
      },
    );
  expect(run()).toMatchObject({ status: 0 });
  await makeReleases(dist, 20);
  // The first run verifies all releases, the second takes the older ones from its list.
  for (const _ of [1, 2])
    expect(run()).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Nothing to publish: .*\/latest \(20\.0\.0\) has these data\.$/mu),
    });
  const verify = ["pipeline/start.mjs", "verify", "all", "--dist", dist];
  expect(spawnSync(process.execPath, verify, { cwd: PROJECT }).status).toBe(0);
});
