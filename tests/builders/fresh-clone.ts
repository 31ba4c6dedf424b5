import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

const PROJECT = join(import.meta.dirname, "../..");

/**
 * What a fresh clone holds after `npm ci`: every file that git keeps or would keep, as it is now, and no other. So a change
 * is tested before it is committed.
 */
export function freshClone(clone: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: PROJECT,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  for (const path of listed.split("\0").filter((path) => path !== "" && existsSync(join(PROJECT, path)))) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(PROJECT, path), join(clone, path), { verbatimSymlinks: true });
  }
  mkdirSync(join(clone, "node_modules"));
  for (const name of readdirSync(join(PROJECT, "node_modules")).filter((name) => name !== ".cache")) {
    symlinkSync(join(PROJECT, "node_modules", name), join(clone, "node_modules", name));
  }
}
