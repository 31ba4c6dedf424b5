import { hasErrors } from "#pipeline/core/issue.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { explain as explainRecord } from "#pipeline/explain/explain.ts";
import { parseQuestion } from "#pipeline/explain/find-record.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { listReleases } from "#pipeline/io/release-folders.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface ExplainOptions {
  readonly table: string;
  readonly record?: string | undefined;
  readonly column?: string | undefined;
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly dist: string;
  readonly json: boolean;
}

/** A value → the rule that decided → the statements → their sentences, with the text where it is at hand. */
export async function explain({ table, record, column, raw, texts, dist, json }: ExplainOptions): Promise<number> {
  const question = parseQuestion(table, record, column);
  const version = question.version === null ? null : await findVersion(question.version, dist);
  const input = await readRawFolder(raw, textsFolder(raw, texts));
  const { staged, resolution, issues } = resolveRaw(input);
  const explanation = explainRecord(question, {
    resolution,
    tables: staged.tables,
    indexes: staged.indexes,
    texts: readTexts(input.texts),
  });
  console.log(json ? JSON.stringify(explanation, null, 2) : formatExplanation(explanation));
  if (version?.isLatest === false) {
    console.error(`This is ${raw} as it stands now; ${version.asked} is not the latest release.`);
  }
  if (hasErrors(issues)) console.error(`${raw} has errors: rows that were refused are missing here.`);
  return 0;
}

async function findVersion(asked: string, dist: string): Promise<{ asked: string; isLatest: boolean }> {
  const versions = await listReleases(dist);
  if (!versions.includes(asked)) {
    throw new UsageError(
      `There is no release ${asked}. ${versions.length === 0 ? "None is published yet." : `The releases are ${versions.join(", ")}.`}`,
    );
  }
  return { asked, isLatest: versions[0] === asked };
}
