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

/** Traces a value to the rule that chose it, its statements and their sentences, with their text if it is available. */
export async function explain({ table, record, column, raw, texts, dist, json }: ExplainOptions): Promise<number> {
  const question = parseQuestion(table, record, column);
  const version = question.version === null ? null : await findVersion(question.version, dist);
  const input = readRawFolder(raw, textsFolder(raw, texts));
  const { staged, resolution, issues } = resolveRaw(input);
  const explanation = explainRecord(question, {
    resolution,
    tables: staged.tables,
    indexes: staged.indexes,
    texts: readTexts(input.texts),
  });
  console.log(json ? JSON.stringify(explanation, null, 2) : formatExplanation(explanation));
  if (version?.isLatest === false) {
    console.error(
      `This explains the current state of ${raw}. It may differ from ${version.asked}, which is not the latest release.`,
    );
  }
  if (hasErrors(issues))
    console.error(
      `${raw} has errors, and the rows with errors are missing here. To see them, run: npm run pipeline -- validate`,
    );
  return 0;
}

async function findVersion(asked: string, dist: string): Promise<{ asked: string; isLatest: boolean }> {
  const versions = await listReleases(dist);
  if (!versions.includes(asked)) {
    throw new UsageError(
      `There is no release ${asked}. ${versions.length === 0 ? "No release is published yet." : `The releases are ${versions.join(", ")}.`}`,
    );
  }
  return { asked, isLatest: versions[0] === asked };
}
