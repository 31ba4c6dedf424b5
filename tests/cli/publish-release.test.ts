import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addRelease, type Jobs, run, twoJobs } from "#tests/builders/handed-over.ts";

const SCRIPT = join(import.meta.dirname, "../../deploy/publish-release.sh");

/**
 * A stand-in for gh. A release is a folder of its assets; a file `draft` in it says that nobody sees it. Fails at the
 * subcommand that FAIL_AT names, as if the job had been killed there.
 */
const GH = `#!/bin/sh
set -eu
[ "$1" != auth ] || exit 0
[ "$1" = release ] || exit 2
command=$2; tag=\${3:-}
echo "$*" >>"$HOST/calls"
[ "$command" != "\${FAIL_AT:-}" ] || exit 1
case $command in
  list) for draft in "$HOST"/releases/*/draft; do [ ! -e "$draft" ] || basename "$(dirname "$draft")"; done ;;
  delete) [ -e "$HOST/releases/$tag/draft" ]; rm -r "$HOST/releases/$tag" ;;
  create)
    [ ! -e "$HOST/releases/$tag" ]; mkdir -p "$HOST/releases/$tag"; shift 3
    while [ $# -gt 0 ]; do
      case $1 in
        --draft) touch "$HOST/releases/$tag/draft"; shift ;;
        --title) shift 2 ;;
        --notes-file) cp "$2" "$HOST/releases/$tag/notes"; shift 2 ;;
        *) [ ! -e "$HOST/releases/$tag/$(basename "$1")" ]; cp "$1" "$HOST/releases/$tag/"; shift ;;
      esac
    done ;;
  edit) [ "$4" = --draft=false ]; rm "$HOST/releases/$tag/draft" ;;
  *) exit 2 ;;
esac
`;

let jobs: Jobs;
/** The hosting site: its git repository, and its releases. */
let host: string;

beforeEach(() => {
  jobs = twoJobs();
  host = join(jobs.folder, "host");
  mkdirSync(join(host, "releases"), { recursive: true });
  run("git", ["clone", "--quiet", "--bare", jobs.repository, join(host, "git")], { cwd: jobs.folder });
  jobs.git("remote", "add", "origin", join(host, "git"));
  mkdirSync(join(jobs.folder, "bin"));
  writeFileSync(join(jobs.folder, "bin/gh"), GH);
  chmodSync(join(jobs.folder, "bin/gh"), 0o755);
});
afterEach(() => rmSync(jobs.folder, { recursive: true, force: true }));

/** The second job of a run: what the first one made is accepted and published. */
function publish(environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = jobs.accept();
  if (status !== 0) throw new Error(stderr);
  const env = {
    PATH: `${join(jobs.folder, "bin")}:${process.env.PATH}`,
    HOME: jobs.folder,
    HOST: host,
    GIT_AUTHOR_NAME: "test",
    GIT_AUTHOR_EMAIL: "test@localhost",
    GIT_COMMITTER_NAME: "test",
    GIT_COMMITTER_EMAIL: "test@localhost",
    ...environment,
  };
  return run(SCRIPT, stdout === "" ? [] : [stdout.trim()], { cwd: jobs.repository, env });
}

/** A new run starts with a fresh checkout of what was pushed. */
function startAgain(): void {
  rmSync(jobs.repository, { recursive: true });
  run("git", ["clone", "--quiet", join(host, "git"), jobs.repository], { cwd: jobs.folder });
}

/** A commit of somebody else arrives while the job works. */
function pushAnother(): void {
  const other = join(jobs.folder, "other");
  const git = (...words: string[]) =>
    run("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: other });
  run("git", ["clone", "--quiet", join(host, "git"), other], { cwd: jobs.folder });
  git("commit", "--quiet", "--allow-empty", "--message", "Other");
  git("push", "--quiet");
}

const onHost = (...words: string[]) => run("git", words, { cwd: join(host, "git") }).stdout;
const releases = () => readdirSync(join(host, "releases"));
const isDraft = (tag: string) => existsSync(join(host, "releases", tag, "draft"));

const EVERY_ASSET = ["SHA256SUMS", "events.json", "jnim-data-1.1.0.zip", "notes"];

describe("deploy/publish-release.sh", () => {
  it("commits, tags, and makes a release with the zip and the editions, and with the newest section as notes", () => {
    addRelease(jobs.dist, "1.1.0");
    expect(publish()).toMatchObject({ status: 0, stderr: "" });
    expect(onHost("log", "--format=%s", "main")).toBe("Publish 1.1.0\nPublish 1.0.0\n");
    expect(onHost("rev-parse", "v1.1.0")).toBe(onHost("rev-parse", "main"));
    expect(readdirSync(join(host, "releases/v1.1.0"))).toEqual(EVERY_ASSET);
    expect(readFileSync(join(host, "releases/v1.1.0/notes"), "utf8")).toBe("## 1.1.0\n\n- A change.\n\n");
  });

  it("commits the citation of the release at the root, and no edition but that of latest", () => {
    addRelease(jobs.dist, "1.1.0");
    publish();
    expect(onHost("show", "main:CITATION.cff")).toBe('version: "1.1.0"\n');
    const committed = onHost("ls-tree", "-r", "--name-only", "main").split("\n");
    expect(committed.filter((path) => /events\.json|zip/u.test(path))).toEqual(["dist/latest/data/events.json"]);
  });

  it("does nothing a second time", () => {
    addRelease(jobs.dist, "1.1.0");
    publish();
    startAgain();
    rmSync(join(host, "calls"));
    const before = onHost("rev-parse", "main");
    expect(publish()).toMatchObject({ status: 0 });
    expect(onHost("rev-parse", "main")).toBe(before);
    expect(readFileSync(join(host, "calls"), "utf8")).not.toMatch(/create|edit|delete/u);
  });

  it("tags and hands out a release that somebody has committed by hand", () => {
    for (const [path, text] of [
      ["data/events.json", '["1.0.0"]\n'],
      ["jnim-data-1.0.0.zip", "zip of 1.0.0"],
    ] as const)
      writeFileSync(join(jobs.dist, "releases/1.0.0", path), text);
    expect(publish()).toMatchObject({ status: 0, stderr: "" });
    expect(onHost("tag").trim()).toBe("v1.0.0");
    expect(releases()).toEqual(["v1.0.0"]);
    expect(isDraft("v1.0.0")).toBe(false);
  });

  it("pushes nothing if nothing changed, even if somebody else has pushed meanwhile", () => {
    addRelease(jobs.dist, "1.1.0");
    publish();
    startAgain();
    pushAnother();
    expect(publish()).toMatchObject({ status: 0, stderr: "" });
  });

  it("pushes a repaired overview without a tag", () => {
    writeFileSync(join(jobs.dist, "feed.xml"), "repaired");
    expect(publish()).toMatchObject({ status: 0, stderr: "" });
    expect(onHost("log", "-1", "--format=%s", "main").trim()).toBe("Repair the overview in dist/");
    expect([onHost("tag"), releases()]).toEqual(["", []]);
  });
});

describe("a job that is killed", () => {
  it("before the draft is made, publishes nothing, and the next run does all of it", () => {
    addRelease(jobs.dist, "1.1.0");
    expect(publish({ FAIL_AT: "create" }).status).not.toBe(0);
    expect([onHost("tag"), releases()]).toEqual(["", []]);
    startAgain();
    expect(publish()).toMatchObject({ status: 0 });
    expect([onHost("tag").trim(), isDraft("v1.1.0")]).toEqual(["v1.1.0", false]);
  });

  it("before the push, leaves a draft that the next run replaces", () => {
    addRelease(jobs.dist, "1.1.0");
    const hook = join(host, "git/hooks/pre-receive");
    writeFileSync(hook, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    expect(publish().status).not.toBe(0);
    expect([onHost("tag"), isDraft("v1.1.0")]).toEqual(["", true]);
    writeFileSync(join(host, "releases/v1.1.0/half-an-asset"), "");
    rmSync(hook);
    startAgain();
    expect(publish()).toMatchObject({ status: 0 });
    expect(isDraft("v1.1.0")).toBe(false);
    expect(readdirSync(join(host, "releases/v1.1.0"))).toEqual(EVERY_ASSET);
  });

  it("after the push, leaves a draft that the next run shows to everybody", () => {
    addRelease(jobs.dist, "1.1.0");
    expect(publish({ FAIL_AT: "edit" }).status).not.toBe(0);
    expect([onHost("tag").trim(), isDraft("v1.1.0")]).toEqual(["v1.1.0", true]);
    startAgain();
    expect(publish()).toMatchObject({ status: 0 });
    expect(isDraft("v1.1.0")).toBe(false);
  });

  it("while somebody else pushes, moves neither the branch nor the tag", () => {
    addRelease(jobs.dist, "1.1.0");
    pushAnother();
    expect(publish().status).not.toBe(0);
    expect([onHost("tag"), onHost("log", "-1", "--format=%s", "main").trim()]).toEqual(["", "Other"]);
  });
});
