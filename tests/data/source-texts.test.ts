import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasErrors, isWarning } from "#pipeline/core/issue.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { resolveRaw } from "#pipeline/run.ts";

const folder = process.env.DOCUMENTS_DIR;
const sourceIds = readdirSync("raw/documents").flatMap((name) =>
  name.endsWith(".index.csv") ? [name.replace(".index.csv", "")] : [],
);

const read = (sourceId: string) => {
  const path = join(folder ?? "", `${sourceId}.txt`);
  return readText({ path, bytes: readFileSync(path) });
};

/** The texts belong to their publishers. They are not part of the project, and most machines do not have them. */
describe.skipIf(folder === undefined)("the source texts, where DOCUMENTS_DIR names their folder", () => {
  it.each(sourceIds)("%s is cut as its committed index says", (sourceId) => {
    const { text, sha256, issues } = read(sourceId);
    expect(hasErrors(issues)).toBe(false);
    expect(writeIndex(buildIndex(text ?? "", sha256))).toBe(
      readFileSync(`raw/documents/${sourceId}.index.csv`, "utf8"),
    );
  });

  it("contain what the rows quote, are not copied by them, and have the recorded hashes", async () => {
    const raw = await readRawFolder("raw", folder === undefined ? [] : [folder]);
    expect(raw.texts.length).toBeGreaterThan(0);
    const { issues } = resolveRaw(raw);
    expect(issues.filter((issue) => !isWarning(issue))).toEqual([]);
  });
});
