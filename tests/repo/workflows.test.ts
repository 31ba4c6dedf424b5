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
});
const Job = z.object({ permissions: Permissions, steps: z.array(Step) });
const Workflow = z.object({ permissions: Permissions, jobs: z.record(z.string(), Job) });

/** What is unsafe about a workflow, in words. */
function faultsOf(text: string): string[] {
  const { permissions, jobs } = Workflow.parse(parse(text));
  const pins = text.split("\n").filter((line) => /^\s*(- )?uses:/u.test(line));
  return [
    ...pins
      .filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))
      .map((line) => `pin: ${line.trim()}`),
    ...(Object.keys(permissions).length === 0 ? [] : ["permissions of the whole workflow"]),
    ...Object.entries(jobs).flatMap(([name, job]) => faultsOfJob(job).map((fault) => `${name}: ${fault}`)),
  ];
}

function faultsOfJob({ permissions, steps }: z.infer<typeof Job>): string[] {
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
  ];
}

const names = readdirSync(FOLDER);

describe("the workflows", () => {
  it("are there", () => {
    expect(names).toEqual(["check.yml", "publish.yml"]);
  });

  it.each(names)("%s pins its actions, and gives no right to a job that runs the code of others", (name) => {
    expect(faultsOf(readFileSync(join(FOLDER, name), "utf8"))).toEqual([]);
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
    [
      "if a checkout keeps the token",
      "persist-credentials: false",
      "fetch-depth: 1",
      ["make: checkout keeps the token"],
    ],
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
