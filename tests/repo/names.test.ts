import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Every .ts file of a folder, with its path from the root. */
const modulesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);

describe("names", () => {
  const saysNothing = (path: string) =>
    path
      .split("/")
      .some((part) => /^(.+-)?(utils?|helpers?|misc)$|^(common|types|index)$/u.test(part.split(".")[0] ?? ""));

  test("no file or folder has a name that says nothing", () => {
    const folders = ["pipeline", "schemas", "tests", "bench", "deploy"].filter((folder) =>
      readdirSync(root).includes(folder),
    );
    expect(folders.flatMap(modulesIn).filter(saysNothing)).toEqual([]);
  });

  test.each(["core/utils.ts", "core/date-helpers.ts", "common/date.ts", "misc.ts", "types.ts", "stage/index.ts"])(
    "%s would be caught",
    (path) => {
      expect(saysNothing(path)).toBe(true);
    },
  );

  test.each(["core/sentence-index.ts", "codelists/statement-types.ts"])("%s would not", (path) => {
    expect(saysNothing(path)).toBe(false);
  });
});

describe("packages", () => {
  const Versions = z.record(z.string(), z.string());
  const Manifest = z.object({ dependencies: Versions, devDependencies: Versions });
  const Lock = z.object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) });

  test("each has one exact version in package.json", () => {
    const { dependencies, devDependencies } = Manifest.parse(JSON.parse(read("package.json")));
    const inexact = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version),
    );
    expect(inexact).toEqual([]);
  });

  test("none needs a script at its installation: .npmrc turns them off, and two are known to work without", () => {
    const { packages } = Lock.parse(JSON.parse(read("package-lock.json")));
    const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript === true);
    expect(scripted.filter((path) => !/(^|\/)node_modules\/(esbuild|fsevents)$/u.test(path))).toEqual([]);
    expect(read(".npmrc")).toContain("ignore-scripts=true");
  });
});

describe("the world", () => {
  /** Globals that touch environment, terminal, network or clock; `import` has its rules in .dependency-cruiser.cjs. */
  const GLOBALS = /^(process|console|performance|setTimeout|setInterval|setImmediate)$/u;
  /** Globals that reach the network without a look at the address. */
  const NETWORK = /^(fetch|WebSocket|EventSource|XMLHttpRequest)$/u;
  /** Calls that answer by clock, chance or locale. */
  const CALLS = /^(Date|Date\.now|Math\.random|crypto\.(randomUUID|randomBytes|randomInt|getRandomValues))$/u;

  /** `line: expression` wherever a source text reaches for the world. Comments and strings do not count. */
  const worldIn = (source: string) => nodesIn(source, (node) => isWorldly(node) || isNetwork(node));
  const networkIn = (source: string) => nodesIn(source, isNetwork);

  function nodesIn(source: string, isSought: (node: ts.Node) => boolean): string[] {
    const file = ts.createSourceFile("module.ts", source, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isSought(node)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${line + 1}: ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  }

  function isWorldly(node: ts.Node): boolean {
    if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && (node.arguments ?? []).length === 0;
    if (ts.isCallExpression(node)) return CALLS.test(node.expression.getText()) || isLocaleDependent(node);
    return ts.isIdentifier(node) && GLOBALS.test(node.text) && !isNameOfMember(node);
  }

  const isNetwork = (node: ts.Node) => ts.isIdentifier(node) && NETWORK.test(node.text) && !isNameOfMember(node);

  /** `localeCompare` differs between versions of Node too; the others are sure only in a locale that is written down. */
  function isLocaleDependent({ expression, arguments: [locale] }: ts.CallExpression): boolean {
    if (!ts.isPropertyAccessExpression(expression)) return false;
    const { text } = expression.name;
    return text === "localeCompare" || (text.startsWith("toLocale") && !(locale && ts.isStringLiteral(locale)));
  }

  /** `stage.process`, `{ process: 1 }` and `class { process() {} }` name members, not the global. */
  function isNameOfMember(node: ts.Identifier): boolean {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) {
      return parent.name === node && parent.expression.getText() !== "globalThis";
    }
    return (
      (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) &&
      parent.name === node
    );
  }

  const mayTouchIt = (path: string) => /^pipeline\/(io\/|commands\/|cli\.ts$)/u.test(path);

  test("is touched nowhere in pipeline/ and schemas/ but in io/, commands/ and cli.ts", () => {
    const modules = [...modulesIn("pipeline"), ...modulesIn("schemas")].filter((path) => !mayTouchIt(path));
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.flatMap((path) => worldIn(read(path)).map((found) => `${path}:${found}`))).toEqual([]);
  });

  test("includes the network, which nothing reaches by a global: pipeline/io/fetch/ looks at every address", () => {
    const modules = [...modulesIn("pipeline"), ...modulesIn("schemas")];
    expect(modules.flatMap((path) => networkIn(read(path)).map((found) => `${path}:${found}`))).toEqual([]);
    expect(networkIn("const page = await fetch(url);")).toHaveLength(1);
    expect(networkIn("const answer = await globalThis.fetch(url);")).toHaveLength(1);
    expect(networkIn("const answer = options.fetch(url);")).toEqual([]);
  });

  test.each([
    "const home = process.env.HOME;",
    "const { env } = process;",
    "const world = { clock: performance };",
    "const env = globalThis.process.env;",
    "const today = new Date();",
    "const today = new Date;",
    "const today = Date();",
    "const now = Date.now();",
    "const start = performance.now();",
    "const chance = Math.random();",
    "const id = crypto.randomUUID();",
    "const page = await fetch(url);",
    "console.log(rows);",
    "rows.sort((a, b) => a.localeCompare(b));",
    "const text = amount.toLocaleString();",
  ])("%s would be caught", (source) => {
    expect(worldIn(source)).toHaveLength(1);
  });

  test.each([
    "const day = new Date(0);",
    "const day = new Date(Date.UTC(2017, 2, 2));",
    "// no process.env, no new Date()",
    'const words = "Date.now and Math.random";',
    "const steps = { process: 1 };",
    "class Step { process(row) { return row; } }",
    'const text = amount.toLocaleString("en", { useGrouping: false });',
    "const outcome = stage.process(rows);",
    "const cutter = new Intl.Segmenter('en');",
  ])("%s would not", (source) => {
    expect(worldIn(source)).toEqual([]);
  });
});
