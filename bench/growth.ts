import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeTenCells } from "./enlarge.ts";

/**
 * Measures how much the repository grows: `npm run bench:growth`, or `npm run bench:growth -- 10` for fewer than 100
 * releases. Each corrects ten cells, and is committed as the workflow does. Prints the size of the history after
 * `git gc`, and of each older release in the checkout.
 */
const PROJECT = join(import.meta.dirname, "..");
const RELEASES = Number(process.argv[2] ?? 100);
const MB = 1_000_000;

const scratch = mkdtempSync(join(tmpdir(), "jnim-growth-"));
const run = (command: string, words: readonly string[], cwd = scratch) =>
  execFileSync(command, [...words], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DOCUMENTS_DIR: "" },
  });
const git = (...words: readonly string[]) =>
  run("git", ["-c", "user.name=growth", "-c", "user.email=growth@localhost", ...words]);

/** Bytes of all files of a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => (entry.isFile() ? sum + statSync(join(entry.parentPath, entry.name)).size : sum),
    0,
  );

function historySize(): number {
  git("gc", "--quiet", "--prune=now");
  return sizeOf(join(scratch, ".git/objects"));
}

/** Publishes what raw/ gives now, and commits it. */
function publish(): void {
  const folders = ["raw", "staged", "dist"].flatMap((name) => [`--${name}`, join(scratch, name)]);
  run(process.execPath, ["pipeline/start.mjs", "run", ...folders, "--quiet"], PROJECT);
  git("add", "--all");
  git("commit", "--quiet", "--message", "Publish");
}

try {
  cpSync(join(PROJECT, "raw"), join(scratch, "raw"), { recursive: true });
  for (const name of [".gitignore", ".gitattributes"]) cpSync(join(PROJECT, name), join(scratch, name));
  mkdirSync(join(scratch, "staged"));
  git("init", "--quiet");
  publish();
  const before = historySize();
  for (let release = 1; release <= RELEASES; release += 1) {
    changeTenCells(join(scratch, "raw"), release);
    publish();
  }
  const growth = (historySize() - before) / RELEASES;
  const kept = git("ls-files", "dist/releases").trimEnd().split("\n");
  const sizes = readdirSync(join(scratch, "dist/releases")).map((version) =>
    kept
      .filter((path) => path.startsWith(`dist/releases/${version}/`))
      .reduce((sum, path) => sum + statSync(join(scratch, path)).size, 0),
  );
  const latest = git("ls-files", "dist/latest").trimEnd().split("\n");
  const inLatest = latest.reduce((sum, path) => sum + statSync(join(scratch, path)).size, 0);
  console.log(`history of the first release: ${(before / MB).toFixed(2)} MB`);
  console.log(
    `history of each of ${RELEASES} releases that correct ten cells: ${(growth / MB).toFixed(3)} MB (at most 1)`,
  );
  console.log(`checkout of an older release: ${(Math.max(...sizes) / MB).toFixed(2)} MB (at most 3)`);
  console.log(`checkout of dist/latest: ${(inLatest / MB).toFixed(2)} MB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
