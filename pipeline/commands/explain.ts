import { hasErrors } from "#pipeline/core/issue.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { explain as explainRecord } from "#pipeline/explain/explain.ts";
import { parseQuestion } from "#pipeline/explain/find-record.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { findVersion } from "./find-version.ts";

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
  const store = releaseStore(dist);
  const asked = question.version === null ? null : await findVersion(store, question.version);
  const input = await readRawFolder(raw, textsFolder(raw, texts));
  const { staged, resolution, issues } = resolveRaw(input);
  const explanation = explainRecord(question, {
    resolution,
    tables: staged.tables,
    indexes: staged.indexes,
    texts: readTexts(input.texts),
  });
  if (json) printJson(explanation);
  else print(formatExplanation(explanation));
  if (asked !== null && asked !== (await store.versions())[0]) {
    report(`This explains the current state of ${raw}. It may differ from ${asked}, which is not the latest release.`);
  }
  if (hasErrors(issues))
    report(
      `${raw} has errors, and the rows with errors are missing here. To see them, run: npm run pipeline -- validate`,
    );
  return 0;
}
