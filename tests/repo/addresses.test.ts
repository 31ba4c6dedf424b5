import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ISSUES, PRIVATE_REPORT, REPOSITORY } from "#schemas/addresses.ts";
import { git } from "#tests/builders/git-clone.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");

/** Every file of the repository that names an address of it. Releases are what they were, and tests make addresses up. */
const NAMING = git(["grep", "--name-only", "--untracked", "-E", "https://github\\.com/[A-Za-z0-9._-]+/jnim-data"])
  .trimEnd()
  .split("\n")
  .filter((path) => !path.startsWith("dist/") && !path.startsWith("tests/"));

/** Each address in a text that leads to a repository of our name. */
const addressesIn = (text: string) => text.match(/https:\/\/github\.com\/[\w.-]+\/jnim-data\b/gu) ?? [];

describe("the addresses of the repository", () => {
  it.each(NAMING)("in %s are those of schemas/addresses.ts; change both together", (path) => {
    expect(addressesIn(read(path)).filter((address) => address !== REPOSITORY)).toEqual([]);
  });

  it("in package.json are its home, its git repository and its issues", () => {
    const Package = z.object({
      homepage: z.string(),
      repository: z.object({ url: z.string() }),
      bugs: z.object({ url: z.string() }),
    });
    expect(Package.parse(JSON.parse(read("package.json")))).toEqual({
      homepage: `${REPOSITORY}#readme`,
      repository: { url: `git+${REPOSITORY}.git` },
      bugs: { url: ISSUES },
    });
  });

  it.each(["SECURITY.md", "CODE_OF_CONDUCT.md", ".github/ISSUE_TEMPLATE/config.yml"])(
    "in %s name the private channel",
    (path) => {
      expect(read(path)).toContain(PRIVATE_REPORT);
    },
  );
});
