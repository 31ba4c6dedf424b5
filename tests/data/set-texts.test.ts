import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SettingScore, scoreSetTexts } from "../../bench/intake/score-set-texts.ts";
import { office } from "../../bench/intake/set-texts.ts";

const documents = process.env.DOCUMENTS_DIR;

/** Floors, below what `npm run bench:intake` measures: layouts of a PDF are read, and those of the other kinds are declared. */
const floorOf = (setting: string) =>
  /docx|html|epub/u.test(setting) ? { f1: 0.999, exact: 1 } : { f1: 0.98, exact: 0.9 };

describe.skipIf(documents === undefined || office === null)(
  "the source texts, set by LibreOffice and Chromium and taken in again",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "jnim-set-texts-"));
    let scores: readonly SettingScore[];

    beforeAll(async () => {
      const names = readdirSync(documents ?? "").filter((name) => name.endsWith(".txt"));
      const texts = new Map(names.map((name) => [name, readFileSync(join(documents ?? "", name), "utf8")]));
      scores = await scoreSetTexts(texts, folder);
    }, 300_000);
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    test("come back with their words and sentences, in every setting", () => {
      expect(scores.length).toBeGreaterThanOrEqual(6);
      const below = scores.filter(
        ({ setting, f1, exact }) => f1 < floorOf(setting).f1 || exact < floorOf(setting).exact,
      );
      expect(below.map(({ setting, f1, exact }) => ({ setting, f1, exact }))).toEqual([]);
    });
  },
);
