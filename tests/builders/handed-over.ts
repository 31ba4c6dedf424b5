import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DEPLOY = join(import.meta.dirname, "../../deploy");

/** Two jobs of the publishing workflow: the repository of the one that publishes, and the dist/ that the other made. */
export interface Jobs {
  readonly folder: string;
  readonly repository: string;
  /** dist/ of the job that runs the code of others. */
  readonly dist: string;
  readonly git: (...words: string[]) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
  /** Packs dist/, and paths beside it, and starts deploy/accept-dist.sh on it. */
  readonly accept: (...paths: string[]) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

export function run(command: string, words: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv }) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", ...options });
  return { status, stdout, stderr };
}

/** A repository that has published 1.0.0, without its editions, as a workflow checks it out. */
export function twoJobs(): Jobs {
  const folder = mkdtempSync(join(tmpdir(), "jnim-jobs-"));
  const repository = join(folder, "repository");
  const dist = join(folder, "made/dist");
  const git = (...words: string[]) =>
    run("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...words], { cwd: repository });
  mkdirSync(repository);
  writeFileSync(join(repository, ".gitignore"), "*.zip\n/dist/releases/*/data/*.json\n!*.schema.json\n");
  addRelease(join(repository, "dist"), "1.0.0");
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Publish 1.0.0");
  git("clean", "--force", "-d", "-X", "--quiet");
  cpSync(join(repository, "dist"), dist, { recursive: true });
  const accept = (...paths: string[]) => {
    run("tar", ["--create", "--file", "../dist.tar", "dist", ...paths], { cwd: join(folder, "made") });
    return run(join(DEPLOY, "accept-dist.sh"), ["../dist.tar"], { cwd: repository });
  };
  return { folder, repository, dist, git, accept };
}

export const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Adds a release with a file of each kind to dist/, lists it in the catalog, and copies it to latest. */
export function addRelease(dist: string, version: string): void {
  const release = join(dist, "releases", version);
  mkdirSync(join(release, "data"), { recursive: true });
  const files = {
    "CHANGELOG.md": `# Changelog\n\n## ${version}\n\n- A change.\n\n## 0.9.0\n\n- An older change.\n`,
    "CITATION.cff": `version: "${version}"\n`,
    "data/events.csv": `version\n${version}\n`,
    "data/events.json": `["${version}"]\n`,
    "data/events.schema.json": "{}\n",
    [`jnim-data-${version}.zip`]: `zip of ${version}`,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(release, path), text);
  const sums = Object.keys(files).map((path) => `${hashOf(join(release, path))}  ${path}\n`);
  writeFileSync(join(release, "SHA256SUMS"), sums.join(""));
  catalogue(dist, version);
  writeFileSync(join(dist, "feed.xml"), version);
  rmSync(join(dist, "latest"), { recursive: true, force: true });
  cpSync(release, join(dist, "latest"), { recursive: true });
}

/** Lists a release in the catalog, as the newest. */
export function catalogue(dist: string, version: string): void {
  const path = join(dist, "catalog.json");
  const { releases: earlier } = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { releases: [] };
  const sha256sums = hashOf(join(dist, "releases", version, "SHA256SUMS"));
  const release = { version, date: "2026-11-24", path: `releases/${version}`, sha256sums };
  const catalog = { name: "jnim-data", latest: version, releases: [release, ...earlier] };
  writeFileSync(path, `${JSON.stringify(catalog, null, 2)}\n`);
}
