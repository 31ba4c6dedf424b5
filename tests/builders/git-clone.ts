import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "../..");

/** What Git prints, in the project or another folder. Throws if Git fails. */
export const git = (words: readonly string[], cwd = PROJECT): string =>
  execFileSync("git", [...words], { cwd, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] });

/** A fresh clone of the last commit, made where links are not allowed, with the packages of this one. */
export function cloneInto(folder: string): void {
  git(["clone", "--quiet", "--config", "core.symlinks=false", PROJECT, folder]);
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
}
