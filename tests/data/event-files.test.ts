import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const { EVENT_DATA_DIR: given = "" } = process.env;
const files = given === "" ? [] : readdirSync(given).filter((name) => /\.(?:csv|geojson)$/iu.test(name));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-event-files-"));
  mkdirSync(join(folder, "raw/coded"), { recursive: true });
  cpSync("raw/outlines", join(folder, "raw/outlines"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function importAs(profile: string, name: string) {
  const words = ["events", "import", join(resolve(given), name), "--as", profile, "--edition", "1", "--json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("pipeline/start.mjs"), ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { status, stderr, told: JSON.parse(stdout) };
}

/** Such files belong to their publishers. They are not part of the project, and most machines do not have them. */
describe.skipIf(given === "")("files of event data, where EVENT_DATA_DIR names their folder", () => {
  it("are there", () => {
    expect(files).not.toEqual([]);
  });

  it.each(files.flatMap((name) => ["ucdp-ged", "acled"].map((profile) => [name, profile] as const)))(
    "%s is imported as %s, or refused with the reason",
    (name, profile) => {
      const { status, stderr, told } = importAs(profile, name);
      expect(stderr).toBe("");
      if (status === 0) expect(told).toMatchObject({ status: "imported", n_events: expect.toSatisfy((n) => n > 0) });
      else {
        expect({ status, told }).toMatchObject({ status: 1, told: { status: "refused" } });
        expect(told.issues).not.toEqual([]);
      }
      for (const issue of told.issues)
        expect(issue).toMatchObject({
          code: expect.stringMatching(/^(?:events|extract)\//u),
          message: expect.stringMatching(/\S.*\.$/su),
        });
    },
  );
});
