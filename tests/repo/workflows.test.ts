import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const FOLDER = join(import.meta.dirname, "../../.github/workflows");

const Permissions = z.record(z.string(), z.enum(["read", "write", "none"]));
const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  if: z.string().optional(),
});
const Job = z.object({ permissions: Permissions, "timeout-minutes": z.number().optional(), steps: z.array(Step) });
const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  jobs: z.record(z.string(), Job),
});

/** What is unsafe about a workflow, in words. */
function faultsOf(text: string): string[] {
  const { on, permissions, jobs } = Workflow.parse(parse(text));
  const pins = text.split("\n").filter((line) => /^\s*(- )?uses:/u.test(line));
  return [
    ...pins
      .filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))
      .map((line) => `pin: ${line.trim()}`),
    ...(Object.keys(permissions).length === 0 ? [] : ["permissions of the whole workflow"]),
    ...Object.keys(on).filter((event) => /^(pull_request_target|workflow_run|issue_comment)$/u.test(event)),
    ...Object.entries(jobs).flatMap(([name, job]) => faultsOfJob(job).map((fault) => `${name}: ${fault}`)),
  ];
}

function faultsOfJob({ permissions, steps, ...job }: z.infer<typeof Job>): string[] {
  const runs = steps.flatMap(({ run }) => run ?? []);
  const mayWrite = Object.values(permissions).includes("write");
  const runsOthersCode = runs.some((run) => /\b(npm|npx|node|tsx|vitest)\b/u.test(run));
  const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  const hasToken = steps.some((step) => /\b(github\.token|secrets\.)/u.test(JSON.stringify([step.env, step.with])));
  return [
    ...(runsOthersCode && mayWrite ? ["may write, and runs npm"] : []),
    ...(runsOthersCode && hasToken ? ["has a token, and runs npm"] : []),
    ...(checkouts.every((step) => step.with?.["persist-credentials"] === false) ? [] : ["checkout keeps the token"]),
    ...runs.filter((run) => run.includes("${{")).map((run) => `run: ${run}`),
    ...(job["timeout-minutes"] === undefined ? ["no timeout"] : []),
    ...(runs.some(showsOutput) ? ["shows output that a text could break out of"] : []),
  ];
}

/** Whether a script puts what a program printed on the page of the job as Markdown, or without a limit. */
const showsOutput = (run: string) =>
  run.includes("GITHUB_STEP_SUMMARY") &&
  /\.tmp\b/u.test(run) &&
  !/head -c \d+ \w+\.tmp \| tr '\\r' ' ' \| sed 's\/\^\/ {4}\/'/u.test(run);

const names = readdirSync(FOLDER);

describe("the workflows", () => {
  it("are there", () => {
    expect(names).toEqual(["check.yml", "engines.yml", "publish.yml"]);
  });

  it.each(names)("%s pins its actions, and gives no right to a job that runs the code of others", (name) => {
    expect(faultsOf(readFileSync(join(FOLDER, name), "utf8"))).toEqual([]);
  });
});

describe("the workflow that publishes", () => {
  const { on, jobs } = Workflow.parse(parse(readFileSync(join(FOLDER, "publish.yml"), "utf8")));
  const steps = jobs.make?.steps ?? [];
  const indexOf = (words: string) => steps.findIndex(({ run }) => run?.includes(words));

  it("runs every night, by hand, and when the data or the code change on main", () => {
    expect(on).toMatchObject({
      schedule: [{ cron: expect.any(String) }],
      workflow_dispatch: null,
      push: { branches: ["main"], paths: expect.arrayContaining(["raw/**", "schemas/**", "pipeline/**"]) },
    });
  });

  it("asks first whether anything changed, and runs the tests once, and only if something is published", () => {
    const testing = steps.filter(({ run }) => /npm (run check|test|run test)/u.test(run ?? ""));
    expect(testing.map((step) => step.if)).toEqual(["steps.run.outputs.published == 'true'"]);
    expect(indexOf("run --exit-code")).toBeGreaterThan(-1);
    expect(indexOf("run --exit-code")).toBeLessThan(indexOf("npm run check"));
  });

  it("gives the token to scripts that run no package", () => {
    const scripts = (jobs.publish?.steps ?? []).flatMap(({ run }) => run?.match(/deploy\/[\w-]+\.sh/gu) ?? []);
    expect(scripts).toEqual(["deploy/accept-dist.sh", "deploy/publish-release.sh"]);
    for (const script of scripts) {
      const commands = readFileSync(join(FOLDER, "../..", script), "utf8").replace(/^#.*$/gmu, "");
      expect(commands).not.toMatch(/\b(npm|npx|node|tsx|python\d?|curl|wget|eval)\b/u);
    }
  });
});

describe("the workflow that checks", () => {
  it("shows once, for each change, what it would publish", () => {
    const { jobs } = Workflow.parse(parse(readFileSync(join(FOLDER, "check.yml"), "utf8")));
    const preview = jobs.check?.steps.filter(({ run }) => run?.includes("run --preview"));
    expect(preview).toMatchObject([{ if: "matrix.node == 20", run: expect.stringContaining("GITHUB_STEP_SUMMARY") }]);
  });
});

/** What GitHub replaces by a value before a shell sees it. */
const expression = (value: string) => `$\{{ ${value} }}`;

describe("a workflow is found unsafe", () => {
  const publish = readFileSync(join(FOLDER, "publish.yml"), "utf8");

  it.each([
    ["if an action is not pinned", /@11bd71\w+ # v4.2.2/u, "@v4", ["pin: - uses: actions/checkout@v4"]],
    [
      "if a pin does not say the version",
      / # v4.2.2/u,
      "",
      [expect.stringMatching(/^pin: - uses: actions\/checkout@11bd71/u)],
    ],
    [
      "if all jobs get rights",
      "permissions: {}",
      "permissions: { contents: read }",
      ["permissions of the whole workflow"],
    ],
    ["if a job that runs npm may write", "contents: read", "contents: write", ["make: may write, and runs npm"]],
    [
      "if a job that runs npm has a token",
      `STATUS: ${expression("job.status")}`,
      `STATUS: ${expression("github.token")}`,
      ["make: has a token, and runs npm"],
    ],
    ["if a checkout keeps the token", "persist-credentials: false", "lfs: false", ["make: checkout keeps the token"]],
    ["if a job has no timeout", /\n {4}timeout-minutes: 40/u, "", ["make: no timeout"]],
    [
      "if a stranger's pull request could start it",
      "  workflow_dispatch:",
      "  pull_request_target:",
      ["pull_request_target"],
    ],
    ["if it shows output as Markdown", " | sed 's/^/    /'", "", ["make: shows output that a text could break out of"]],
    [
      "if a script is put together from values",
      "run: npm ci",
      `run: npm ci ${expression("github.event.head_commit.message")}`,
      [expect.stringMatching(/^make: run: npm ci/u)],
    ],
  ])("%s", (_, found, instead, faults) => {
    const changed = publish.replace(found, () => instead);
    expect(changed).not.toBe(publish);
    expect(faultsOf(changed)).toEqual(faults);
  });
});
