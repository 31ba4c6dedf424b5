import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeRaw } from "#tests/golden/raw-files.ts";

const PROJECT = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "jnim-same-bytes-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Publishes the golden data with hard values from a folder of its own, which may be written in other ways. */
function publish(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  write = (path: string) => path,
): Map<string, string> {
  const home = join(scratch, folder);
  const raw = join(home, "raw");
  writeRaw("hard-values", raw);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "pipeline/start.mjs",
      "run",
      "--raw",
      write(raw),
      "--dist",
      write(join(home, "dist")),
      "--staged",
      join(home, "staged"),
      "--date",
      "2026-11-24",
    ],
    { cwd: PROJECT, encoding: "utf8", env: { ...process.env, DOCUMENTS_DIR: "", ...environment } },
  );
  if (status !== 0) throw new Error(stderr);
  return filesBelow(join(home, "dist"));
}

/** Each file with its bytes, as text that keeps every one of them. */
function filesBelow(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, "latin1")]));
}

describe("a release has the same bytes", () => {
  it("however its folders are written", () => {
    const absolute = publish("absolute");
    const roundabout = publish("round about", {}, (path) => `./${relative(PROJECT, path)}//`);
    expect([...roundabout]).toEqual([...absolute]);
  });

  it("in every time zone and locale, and from every folder", () => {
    const here = publish("here", { TZ: "UTC", LANG: "C", LC_ALL: "C" });
    const there = publish("over there/ı", { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
    expect([...here.keys()]).toContain("releases/1.0.0/jnim-data-1.0.0.zip");
    expect([...here.keys()]).toEqual([...there.keys()]);
    expect([...here.keys()].filter((path) => here.get(path) !== there.get(path))).toEqual([]);
  });
});
