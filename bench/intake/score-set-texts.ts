import { readFileSync } from "node:fs";
import { takeIn } from "#pipeline/intake/take-in.ts";
import { type Score, scoreText } from "./score.ts";
import { browser, office, type SetText, setByBrowser, setByOffice } from "./set-texts.ts";

export interface SettingScore {
  readonly setting: string;
  /** Means of the texts. */
  readonly f1: number;
  readonly exact: number;
  readonly texts: readonly { readonly id: string; readonly score: Score }[];
}

/**
 * Sets texts with each program that is installed, takes the files in again, and scores what came back, by setting. The files
 * are written into `folder`. Throws if a file is refused.
 */
export async function scoreSetTexts(texts: ReadonlyMap<string, string>, folder: string): Promise<SettingScore[]> {
  const set = [
    ...(office === null ? [] : setByOffice(office, texts, folder)),
    ...(browser === null ? [] : setByBrowser(browser, texts, folder)),
  ];
  const scored = await Promise.all(
    set.map(async (file) => ({ ...file, score: await scoreFile(file, texts.get(file.id) ?? "") })),
  );
  return [...new Set(set.map(({ setting }) => setting))].map((setting) => {
    const ofSetting = scored.filter((file) => file.setting === setting);
    return {
      setting,
      f1: mean(ofSetting.map(({ score }) => score.f1)),
      exact: mean(ofSetting.map(({ score }) => score.exact)),
      texts: ofSetting,
    };
  });
}

async function scoreFile({ id, kind, path }: SetText, text: string): Promise<Score> {
  const intake = await takeIn(kind, readFileSync(path), { pages: null, charset: null });
  if ("refusal" in intake) throw new Error(`${id} as ${kind} was refused: ${intake.refusal.code}`);
  return scoreText(text, intake.taken.blocks.map((block) => block.text).join("\n"));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
