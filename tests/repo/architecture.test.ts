import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");

const parts = [
  "intake",
  "extract",
  "stage",
  "resolve",
  "publish",
  "site",
  "documents",
  "explain",
  "branches",
  "find",
  "sheet",
  "agreement",
  "suggest",
  "events",
];
const upward = ["io/planted.ts", "commands/planted.ts", "run.ts", "cli/planted.ts", "cli.ts"];

/** By rule: the folder of a module that breaks it, and what that module imports. */
const broken: Record<string, [folder: string, imported: string | null][]> = {
  "no-cycles": [["pipeline/core", "./in-a-circle.ts"]],
  "no-orphans": [["pipeline/core", null]],
  "every-import-is-found": [
    ["pipeline/stage", "#pipeline/core/no-such-module.ts"],
    ["pipeline/stage", "no-such-package"],
  ],
  "schemas-stand-alone": [
    ["schemas/coded", "#pipeline/core/planted.ts"],
    ["schemas/coded", "fflate"],
    ["schemas", "node:crypto"],
  ],
  "core-stands-on-schemas": [...parts.map((part) => `${part}/planted.ts`), ...upward].map((module) => [
    "pipeline/core",
    `#pipeline/${module}`,
  ]),
  "drawing-stands-on-core": [...parts.map((part) => `${part}/planted.ts`), ...upward].map((module) => [
    "pipeline/drawing",
    `#pipeline/${module}`,
  ]),
  "steps-do-not-meet": parts.flatMap((from) =>
    parts.filter((to) => to !== from).map((to): [string, string] => [`pipeline/${from}`, `#pipeline/${to}/planted.ts`]),
  ),
  "steps-do-not-look-up": parts.flatMap((part) =>
    upward.map((module): [string, string] => [`pipeline/${part}`, `../${module}`]),
  ),
  "io-decides-nothing": [...parts.map((part) => `${part}/planted.ts`), ...upward.slice(1)].map((module) => [
    "pipeline/io",
    `#pipeline/${module}`,
  ]),
  "run-is-below-commands": [["pipeline", "./commands/planted.ts"]],
  "nothing-imports-cli": [
    ["pipeline/commands", "#pipeline/cli.ts"],
    ["pipeline/commands", "#pipeline/cli/planted.ts"],
    ["tests/cli", "#pipeline/cli.ts"],
  ],
  "only-io-touches-the-world": [
    ["pipeline/core", "node:fs"],
    ["pipeline/publish", "node:fs/promises"],
    ["pipeline/resolve", "node:process"],
    ["pipeline/stage", "process"],
    ["pipeline/extract", "node:child_process"],
    ["pipeline/publish/plan", "node:os"],
    ["pipeline/explain", "node:worker_threads"],
    ["pipeline/documents", "node:https"],
    ["pipeline/commands", "node:net"],
    ["pipeline", "node:module"],
  ],
  "only-fetch-touches-the-network": [
    ["pipeline/io", "node:http"],
    ["pipeline/io", "https"],
    ["pipeline/io", "node:http2"],
    ["pipeline/io", "node:net"],
    ["pipeline/io", "node:dns/promises"],
    ["pipeline/io", "node:dgram"],
    ["pipeline/commands", "node:tls"],
  ],
  "few-commands-fetch": [
    ["pipeline/io", "./fetch/planted.ts"],
    ["pipeline/commands", "#pipeline/io/fetch/planted.ts"],
    ["pipeline", "./io/fetch/planted.ts"],
  ],
  "only-trino-asks-a-server": [
    ["pipeline/io", "trino-client"],
    ["pipeline/io/fetch", "trino-client"],
    ["pipeline/commands", "trino-client"],
  ],
  "few-commands-ask-a-server": [
    ["pipeline/io", "./trino.ts"],
    ["pipeline/commands", "#pipeline/io/trino.ts"],
    ["pipeline", "./io/trino.ts"],
  ],
  "steps-use-no-builtins": [["pipeline/stage", "node:path"]],
  "pipeline-does-not-import-tests": [
    ["pipeline/stage", "#tests/unit/planted.ts"],
    ["pipeline/commands", "../../bench/planted.ts"],
    ["pipeline/publish", "../../deploy/planted.ts"],
    ["schemas", "#tests/unit/planted.ts"],
  ],
  "no-dev-dependency": [
    ["pipeline/publish", "ajv"],
    ["pipeline/io", "vitest"],
  ],
};

/** Each with a module of its own. */
const plants = Object.entries(broken).flatMap(([rule, modules]) =>
  modules.map(([folder, imported], at) => ({ rule, imported, path: `${folder}/${rule}-${at}.ts` })),
);

/** Imports that no rule forbids. */
const allowed = [
  ["schemas", "zod"],
  ["schemas/coded", "#schemas/planted.ts"],
  ["pipeline/core", "#schemas/planted.ts"],
  ["pipeline/core", "node:crypto"],
  ["pipeline/core", "node:util"],
  ["pipeline/publish", "node:buffer"],
  ["pipeline/publish", "node:path/posix"],
  ["pipeline/stage", "#pipeline/core/planted.ts"],
  ["pipeline/io", "#pipeline/core/planted.ts"],
  ["pipeline/io", "node:fs/promises"],
  ["pipeline/io/fetch", "node:https"],
  ["pipeline/io/fetch", "node:net"],
  ["pipeline/io/fetch", "#pipeline/io/planted.ts"],
  ["pipeline", "#pipeline/stage/planted.ts"],
  ["pipeline/cli", "#pipeline/commands/planted.ts"],
  ["pipeline/commands", "#pipeline/io/planted.ts"],
  ["pipeline/commands", "#pipeline/explain/planted.ts"],
  ["pipeline/commands", "#pipeline/run.ts"],
  ["pipeline/commands", "yargs"],
  ["pipeline/commands", "fflate"],
  ["tests/unit", "#pipeline/stage/planted.ts"],
  ["tests/unit", "#pipeline/publish/planted.ts"],
  ["tests/unit", "vitest"],
  ["tests/unit", "node:child_process"],
].map(([folder, imported], at) => ({ imported, path: `${folder}/allowed-${at}.ts` }));

const Cruise = z.object({
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        /** The modules of a circle, which is reported from one of them. */
        cycle: z.array(z.object({ name: z.string() })).default([]),
      }),
    ),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
  modules: z.array(z.object({ source: z.string() })),
});

/** What `npm run architecture` finds in a folder. */
function cruise(folder: string): z.infer<typeof Cruise> {
  const { stdout, stderr } = runArchitecture(folder, "--output-type", "json");
  expect(stderr).toBe("");
  return Cruise.parse(JSON.parse(stdout));
}

const runArchitecture = (folder: string, ...args: string[]) =>
  spawnSync("npm", ["run", "--silent", "architecture", "--", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1e9,
  });

/** A copy of what is cruised, with a module for each plant and each allowed import, and the modules that they import. */
function plantedCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "jnim-architecture-"));
  for (const path of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs", "pipeline", "schemas"]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  };
  const folders = ["core", "io", "io/fetch", "commands", "cli", ...parts].map((part) => `pipeline/${part}`);
  for (const folder of ["schemas", "tests/unit", "bench", "deploy", ...folders]) {
    write(`${folder}/planted.ts`, "export const planted = 1;\n");
  }
  for (const top of ["run", "cli"]) write(`pipeline/${top}.ts`, "export const planted = 1;\n");
  for (const { path, imported } of [...plants, ...allowed]) {
    write(path, imported === null ? "export const planted = 1;\n" : `export * from "${imported}";\n`);
  }
  write("pipeline/core/in-a-circle.ts", 'export * from "./no-cycles-0.ts";\n');
  write("pipeline/stage/types-only.ts", 'export type { planted } from "#pipeline/publish/planted.ts";\n');
  return copy;
}

describe("a tree in which each import rule is broken", () => {
  let copy: string;
  let found: z.infer<typeof Cruise>;
  const rulesBrokenBy = (module: string) =>
    found.summary.violations
      .filter(({ from, cycle }) => from === module || cycle.some(({ name }) => name === module))
      .map(({ rule }) => rule.name);

  beforeAll(() => {
    copy = plantedCopy();
    found = cruise(copy);
  });
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  test.each(Object.keys(broken))("%s is caught in every module that breaks it", (rule) => {
    const modules = plants.filter((plant) => plant.rule === rule).map(({ path }) => path);
    expect(modules.filter((path) => !rulesBrokenBy(path).includes(rule))).toEqual([]);
  });

  test("what is allowed is not caught", () => {
    expect(allowed.filter(({ path }) => rulesBrokenBy(path).length > 0)).toEqual([]);
  });

  test("an import of types counts as an import", () => {
    expect(rulesBrokenBy("pipeline/stage/types-only.ts")).toEqual(["steps-do-not-meet"]);
  });

  test("every rule has a plant and a sentence", () => {
    const rules = found.summary.ruleSetUsed.forbidden;
    expect(Object.keys(broken).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
    for (const { comment } of rules) expect(comment).toMatch(/\w \w.+\.$/u);
  });

  test("npm run architecture exits with an error", () => {
    expect(runArchitecture(copy).status).not.toBe(0);
  });
});

describe("this tree", () => {
  let found: z.infer<typeof Cruise>;
  beforeAll(() => {
    found = cruise(root);
  });

  test("breaks no import rule", () => {
    expect(found.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test("is cruised whole: every module of pipeline/ and schemas/ is seen", () => {
    const seen = found.modules.map(({ source }) => source).filter((path) => /^(pipeline|schemas)\/.*\.ts$/u.test(path));
    expect(seen.toSorted()).toEqual([...modulesIn("pipeline"), ...modulesIn("schemas")].toSorted());
    expect(seen.length).toBeGreaterThan(0);
  });
});

const modulesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path}`);

describe("the graph in CONTRIBUTING.md", () => {
  test("is what `npm run graph` prints", () => {
    const { stdout } = spawnSync("npm", ["run", "--silent", "graph"], { cwd: root, encoding: "utf8" });
    expect(stdout).toContain("flowchart");
    expect(readFileSync(join(root, "CONTRIBUTING.md"), "utf8")).toContain(`\`\`\`mermaid\n${stdout.trim()}\n\`\`\``);
  });
});
