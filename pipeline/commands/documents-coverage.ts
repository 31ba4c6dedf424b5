import { countOf } from "#pipeline/core/count-words.ts";
import { hasErrors, isWarning } from "#pipeline/core/issue.ts";
import { reportCoverage } from "#pipeline/documents/coverage.ts";
import { wordCoverage } from "#pipeline/documents/coverage-words.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsCoverageOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly strict: boolean;
  readonly json: boolean;
}

/** Which sentences are cited, passed over or unread; with `strict`, an unread sentence is an error. */
export async function documentsCoverage({ raw, texts, strict, json }: DocumentsCoverageOptions): Promise<number> {
  const input = await readRawFolder(raw, textsFolder(raw, texts));
  const { staged, resolved, issues } = resolveRaw(input);
  const coverage = reportCoverage({
    indexes: staged.indexes.values(),
    evidence: resolved.tables.get("evidence") ?? [],
    passedOver: (staged.tables.get("passed_over")?.rows ?? []).map(({ values }) => values),
    texts: readTexts(input.texts),
  });
  console.log(json ? JSON.stringify(coverage, null, 2) : wordCoverage(coverage));
  const unread = coverage.reduce((sum, source) => sum + source.unread.length, 0);
  const errors = issues.filter((issue) => !isWarning(issue)).length;
  if (errors > 0)
    console.error(
      `${countOf(errors, "error")} in raw/: rows that were refused are not counted. Run: npm run pipeline -- validate`,
    );
  if (unread > 0) console.error(`${countOf(unread, "sentence")} unread: code them, or list them in passed_over.csv.`);
  return strict && (unread > 0 || hasErrors(issues)) ? 1 : 0;
}
