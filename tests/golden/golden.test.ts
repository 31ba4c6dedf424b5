import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareCodings } from "#pipeline/agreement/compare-codings.ts";
import { differencesFile } from "#pipeline/agreement/differences-file.ts";
import { formatAgreement } from "#pipeline/agreement/format-agreement.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import type { DiskFile, RawInput, SecondFolder } from "#pipeline/core/raw-input.ts";
import { type Cells, publishedValue, type Row } from "#pipeline/core/row.ts";
import { recordFiles, statementFiles } from "#pipeline/publish/staged/staged-files.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";
import { publishedTableNames } from "#schemas/published-tables.ts";
import { pinChangedCells, type Tables } from "#tests/golden/changed-cells.ts";
import type { Files } from "#tests/golden/edited-files.ts";
import { pinIssues } from "#tests/golden/pinned-issues.ts";
import { BASE, filesBelow, GOLDEN, rawFilesOf } from "#tests/golden/raw-files.ts";

interface Outcome {
  readonly issues: readonly Issue[];
  /** `statements/profile` is a coded table as `stage` leaves it, `actor_profile` a published one as `resolve` does. */
  readonly tables: Tables;
  /** What the first three steps leave in `staged/`, the issues aside: the text of each file by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** How the codings of each source agree, and what they differ in; nothing if there is no second coding. */
  readonly agreement: Readonly<Record<string, string>>;
}

/** The one place where the cases meet the pipeline. */
function runPipeline(raw: RawInput): Outcome {
  const { staged, second, resolution, issues } = resolveRaw(raw);
  const files: Record<string, string> = Object.fromEntries(
    statementFiles(staged.tables).map(({ path, parts }) => [path, [...parts].join("")]),
  );
  const tables = new Map<string, Row[]>([
    ...codedTableNames.map((name): [string, Row[]] => [
      `statements/${name}`,
      staged.tables[name].rows.map(({ values }) => asPublished(values)),
    ]),
    ...publishedTableNames.map((name): [string, Row[]] => [name, []]),
  ]);
  if (hasErrors(issues)) return { issues, tables, files, agreement: {} };
  const agreement = Object.fromEntries(
    compareCodings({ ...staged, second }).flatMap((found) => [
      [`agreement/${found.sourceId}.txt`, `${formatAgreement(found)}\n`],
      [`agreement/${found.sourceId}.csv`, differencesFile(found)],
    ]),
  );
  const records = recordFiles((path) => {
    files[path] = "";
    const write = (text: string) => {
      files[path] += text;
    };
    return { write, close: () => {} };
  });
  for (const entry of resolution.entries()) {
    tables.get(entry.table)?.push(entry.row);
    for (const { claims } of entry.columns ?? []) tables.get("claims")?.push(...claims.map(({ row }) => row));
    records.add(entry);
  }
  records.close();
  return { issues, tables, files, agreement };
}

const asPublished = (cells: Cells): Row =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, publishedValue(cell)]));

function asRawInput(files: Files): RawInput {
  const inFolder = (folder: string): DiskFile[] =>
    [...files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, bytes]) => ({ path: `raw/${path}`, bytes }));
  return {
    codedPath: "raw/coded",
    coded: inFolder("coded"),
    second: secondFolders(inFolder("second")),
    indexes: inFolder("documents"),
    outlines: inFolder("outlines"),
    texts: [],
    strays: [],
    unread: [],
  };
}

function secondFolders(files: readonly DiskFile[]): SecondFolder[] {
  const byFolder = groupBy(files, ({ path }) => dirname(path));
  return [...byFolder].map(([path, own]) => {
    const [coderId = "", sourceId = ""] = path.split("/").toReversed();
    return { sourceId, coderId, path, files: own };
  });
}

const base = runPipeline(asRawInput(rawFilesOf(BASE).files));

/** The files of `expected/`: the issues; where none is an error, the output too, of every case but the base as changed cells. */
function pinnedFiles(name: string): Record<string, string> {
  const { files, copies } = rawFilesOf(name);
  const { issues, tables, files: output, agreement } = name === BASE ? base : runPipeline(asRawInput(files));
  const pinned = { "issues.csv": pinIssues(issues) };
  if (hasErrors(issues)) return pinned;
  if (name === BASE) return { ...pinned, ...output };
  return { ...pinned, ...agreement, "cells.csv": pinChangedCells(base.tables, tables, copies) };
}

const asTexts = (files: Iterable<readonly [string, Uint8Array]>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]));

function update(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const cases = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("the first three steps find and make what is expected of", () => {
  it.each(cases)("%s", (name) => {
    const folder = join(GOLDEN, name, "expected");
    const files = pinnedFiles(name);
    if (process.env.UPDATE_GOLDEN !== undefined) update(folder, files);
    expect(files).toEqual(asTexts(filesBelow(folder)));
  });

  it("more than fifty cases", () => {
    expect(cases.length).toBeGreaterThan(50);
  });
});
