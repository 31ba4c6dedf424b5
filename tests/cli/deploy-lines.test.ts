import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshClone } from "#tests/builders/fresh-clone.ts";

const PROJECT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

/**
 * Stand-ins for commands that cannot run in a test. Each fails where the real one would: if the file, the folder or the
 * unit that it is given is not there.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  sudo: 'exec "$@"',
  useradd: '[ "$1" = --system ] && [ "$2" = --home-dir ] && [ -d "$3" ] && [ $# -eq 4 ]',
  chown: '[ "$1" = -R ] || exit 1; shift 2; for path; do [ -e "$path" ] || exit 1; done; echo "$@" >"$SCRATCH/owned"',
  systemctl: 'case $1 in daemon-reload) ;; *) for unit; do :; done; [ -e "$SCRATCH/units/$unit" ] ;; esac',
  journalctl: '[ "$1" = -u ] && [ -e "$SCRATCH/units/$2" ]',
  gh: '[ "$1 $2" = "attestation verify" ] && [ -f "$3" ] && [ "$4" = --repo ]',
  git: `case $1 in
    clone) [ -f "$3/package.json" ] ;;
    filter-repo) [ "$2 $3" = "--invert-paths --path" ] && [ -e "$4" ] ;;
    *) exec "$REAL_GIT" "$@" ;;
  esac`,
  npm: 'if [ "$1" = ci ]; then [ -f package-lock.json ]; else exec "$REAL_NPM" "$@"; fi',
};

const scratch = mkdtempSync(join(tmpdir(), "jnim-deploy-"));
const clone = join(scratch, "clone");
const whereIs = (program: string) =>
  spawnSync("/bin/sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim();

beforeAll(() => {
  freshClone(clone);
  mkdirSync(join(scratch, "bin"));
  mkdirSync(join(scratch, "units"));
  for (const [name, body] of Object.entries(STAND_INS)) {
    writeFileSync(join(scratch, "bin", name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(scratch, "bin", name), 0o755);
  }
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The day of the newest release in seconds, so that what a test publishes does not depend on the clock. */
const newest: { created: string } = JSON.parse(read("dist/latest/datapackage.json"));
const SOURCE_DATE_EPOCH = `${Date.parse(newest.created) / 1000}`;

/** A line as it is printed, for the clone. */
const here = (line: string) =>
  line.replaceAll("/srv/jnim-data", clone).replaceAll("/etc/systemd/system/", join(scratch, "units/"));

function runLine(line: string) {
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", here(line)], {
    cwd: clone,
    encoding: "utf8",
    env: {
      PATH: `${join(scratch, "bin")}:${process.env.PATH}`,
      HOME: scratch,
      SCRATCH: scratch,
      REAL_GIT: whereIs("git"),
      REAL_NPM: whereIs("npm"),
      SOURCE_DATE_EPOCH,
    },
  });
  return { status, stdout, stderr };
}

/** The lines of the blocks of code in a language, in their order. */
const blockLines = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gmsu"))].flatMap(([, block = ""]) =>
    block.split("\n").filter((line) => line !== ""),
  );

const pages = readdirSync(join(PROJECT, "deploy")).filter((name) => name.endsWith(".md"));

describe("a fresh clone", () => {
  it("has staged/ with its README, and nothing else that a run makes", () => {
    expect(readdirSync(join(clone, "staged"))).toEqual(["README.md"]);
  });

  it("has scripts that may be executed", () => {
    const { stdout } = spawnSync("git", ["ls-files", "--stage", "deploy/*.sh"], { cwd: PROJECT, encoding: "utf8" });
    const modes = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    expect(new Set(modes)).toEqual(new Set(["100755"]));
  });
});

describe("the cron line, in the bare environment of cron", () => {
  const lines = blockLines("deploy/README.md", "cron");
  const variables = lines.flatMap((line) => /^(\w+)=(.*)$/u.exec(line)?.slice(1) ?? []);
  const schedules = lines.flatMap((line) => /^(?:[\d*/,-]+ +){5}(.*)$/u.exec(line)?.[1] ?? []);

  it("is all there is but PATH, and has no %, which cron would take for a line break", () => {
    expect([variables[0], schedules.length, lines.length]).toEqual(["PATH", 1, 2]);
    expect(schedules[0]).not.toContain("%");
  });

  it("works in a fresh clone, prints at most how many rows it read, and has nothing to do the second time", () => {
    const nodes = dirname(process.execPath);
    const PATH = `${variables[1]}:${nodes}`;
    const words = ["-i", `PATH=${PATH}`, "SHELL=/bin/sh", `HOME=${scratch}`, "LOGNAME=jnim-data"];
    const command = here(schedules[0] ?? "");
    for (const attempt of ["first", "second"]) {
      const run = spawnSync("env", [...words, `SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH}`, "/bin/sh", "-c", command], {
        cwd: scratch,
        encoding: "utf8",
      });
      expect([run.status, run.stdout]).toEqual([0, ""]);
      expect(run.stderr).toMatch(attempt === "first" ? /^(\d.* 0 errors.*\n)?$/u : /^$/u);
    }
    const logged = readFileSync(join(clone, "staged/runs.ndjson"), "utf8").trimEnd().split("\n");
    expect(logged).toHaveLength(2);
  });
});

describe("the lines of deploy/README.md for a shell", () => {
  const lines = pages.flatMap((name) => blockLines(`deploy/${name}`, "sh"));

  it("are found", () => {
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => /^\s|\\$/u.test(line))).toEqual([]);
  });

  it.each(lines)("%s", (line) => {
    expect(runLine(line)).toMatchObject({ status: 0 });
  });

  it("let the service write to just the folders to which its unit lets it write", () => {
    const unit = here(read("deploy/jnim-data.service"));
    const owned = readFileSync(join(scratch, "owned"), "utf8").trim();
    expect(/^ReadWritePaths=(.*)$/mu.exec(unit)?.[1]).toBe(owned);
  });

  it.each([
    "sudo cp deploy/no-such.service /etc/systemd/system/",
    "sudo systemctl enable --now no-such.timer",
    "sudo chown -R jnim-data /srv/jnim-data/no-such-folder",
    "(cd /srv/no-such-folder && sudo npm ci)",
    "gh attestation verify data/no-such.csv --repo OWNER/jnim-data",
    "npm run pipeline -- no-such-command",
  ])("would fail if they could not work: %s", (line) => {
    expect(runLine(line).status).not.toBe(0);
  });
});

describe("the commands in deploy/WITHDRAWAL.md, in their order", () => {
  const oldest = "1.0.0";
  const text = read("deploy/WITHDRAWAL.md").replace(/\s+/gu, " ");
  const commands = [...text.matchAll(/`((?:npm|grep|git|systemctl) [^`]+)`/gu)].map(([, command = ""]) =>
    command.replaceAll("VERSION", oldest).replaceAll("the words", "exp-013"),
  );

  it.each(commands.map((command, at) => [at + 1, command] as const))("%i. %s", (_, command) => {
    expect(runLine(command)).toMatchObject({ status: 0 });
  });

  it("leave a tombstone in place of the release", () => {
    expect(commands.some((command) => command.includes("withdraw"))).toBe(true);
    expect(readdirSync(join(clone, "dist/releases", oldest))).toEqual(["withdrawn.json"]);
  });
});
