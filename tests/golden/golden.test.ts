import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { hasErrors } from "#pipeline/core/issue.ts";
import type { DiskFile, RawInput } from "#pipeline/core/raw-input.ts";
import type { OutputFile } from "#pipeline/core/record.ts";
import { issuesFile, recordFiles, statementFiles } from "#pipeline/publish/staged-files.ts";
import { resolveRaw } from "#pipeline/run.ts";

const GOLDEN = import.meta.dirname;
const BASE = "all-well";

async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file)] as const)));
}

/** The base's files, with those of the case laid over them. */
async function rawOf(name: string): Promise<RawInput> {
  const files = new Map([
    ...(await filesBelow(join(GOLDEN, BASE, "raw"))),
    ...(await filesBelow(join(GOLDEN, name, "raw"))),
  ]);
  for (const path of [...files.keys()].filter((file) => file.endsWith(".gone"))) {
    files.delete(path);
    files.delete(path.replace(/\.gone$/u, ""));
  }
  const inFolder = (folder: string): DiskFile[] =>
    [...files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, bytes]) => ({ path: `raw/${path}`, bytes }));
  return { codedPath: "raw/coded", coded: inFolder("coded"), indexes: inFolder("documents"), texts: [] };
}

async function stagedFiles(name: string): Promise<OutputFile[]> {
  const { staged, resolved, issues } = resolveRaw(await rawOf(name));
  const told = issuesFile(issues);
  return hasErrors(issues) ? [told] : [told, ...statementFiles(staged.tables), ...recordFiles(resolved)];
}

const asText = (files: Iterable<readonly [string, Uint8Array]>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]));

async function update(folder: string, files: readonly OutputFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

const cases = (await readdir(GOLDEN, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("the first three steps leave in staged/ what was expected of", () => {
  it.each(cases)("%s", async (name) => {
    const folder = join(GOLDEN, name, "expected");
    const files = await stagedFiles(name);
    if (process.env.UPDATE_GOLDEN !== undefined) await update(folder, files);
    expect(asText(files.map(({ path, bytes }) => [path, bytes] as const))).toEqual(asText(await filesBelow(folder)));
  });

  it("more than fifty cases", () => {
    expect(cases.length).toBeGreaterThan(50);
  });
});
