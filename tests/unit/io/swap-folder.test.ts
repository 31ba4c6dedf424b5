import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mendStaged } from "#pipeline/io/mend.ts";
import { swapFolder } from "#pipeline/io/swap-folder.ts";

let staged: string;
let source: string;
let place: string;
beforeEach(() => {
  staged = mkdtempSync(join(tmpdir(), "jnim-data-swap-"));
  source = join(staged, "events/ucdp-ged");
  place = join(source, "23.1");
});
afterEach(() => rmSync(staged, { recursive: true }));

function folderWith(text: string, path = join(staged, text)): string {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "edition.json"), text);
  return path;
}

const shown = () => readFileSync(join(place, "edition.json"), "utf8");

/** The name under which a process that no longer runs moved the edition away. */
const MOVED = ".tmp-23.1-7-0a1b2c3d";

describe("a folder that is swapped in", () => {
  it("takes the place of another one, or an empty one, with nothing beside it", async () => {
    await swapFolder(folderWith("old"), place);
    expect(shown()).toBe("old");
    await swapFolder(folderWith("new"), place);
    expect([shown(), readdirSync(source), readdirSync(staged)]).toEqual(["new", ["23.1"], ["events"]]);
  });

  it("leaves the old one if it cannot be put into its place", async () => {
    folderWith("old", place);
    await expect(swapFolder(join(staged, "nowhere"), place)).rejects.toThrow();
    expect([shown(), readdirSync(source)]).toEqual(["old", ["23.1"]]);
  });
});

describe("the next command after a kill", () => {
  it("puts an edition back that was moved away, and says so", async () => {
    folderWith("old", place);
    renameSync(place, join(source, MOVED));
    expect(await mendStaged(staged)).toEqual([expect.stringMatching(/23\.1 was missing.*put back/u)]);
    expect([shown(), readdirSync(source)]).toEqual(["old", ["23.1"]]);
    expect(await mendStaged(staged)).toEqual([]);
  });

  it("removes an edition whose successor is in its place", async () => {
    folderWith("new", place);
    folderWith("old", join(source, MOVED));
    expect(await mendStaged(staged)).toEqual([]);
    expect([shown(), readdirSync(source)]).toEqual(["new", ["23.1"]]);
  });

  it("removes temporary files and folders above editions, and touches no file of another name", async () => {
    folderWith("half", join(staged, ".tmp-events-7-0a1b2c3d"));
    folderWith("mine", join(source, ".tmp-mine"));
    writeFileSync(join(staged, "events/.tmp-candidates.csv-7-0a1b2c3d"), "");
    writeFileSync(join(staged, "events/candidates.csv"), "");
    expect(await mendStaged(staged)).toEqual([]);
    expect([readdirSync(staged), readdirSync(join(staged, "events")), existsSync(join(source, ".tmp-mine"))]).toEqual([
      ["events"],
      ["candidates.csv", "ucdp-ged"],
      true,
    ]);
  });
});
