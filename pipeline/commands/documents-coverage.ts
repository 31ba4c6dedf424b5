import { hasErrors, isWarning } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { reportCoverage } from "#pipeline/documents/coverage.ts";
import { formatCoverage } from "#pipeline/documents/format-coverage.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsCoverageOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly strict: boolean;
  readonly json: boolean;
}

/** Prints which sentences are cited, passed over or unread. With `strict`, an unread sentence is an error, except of a draft. */
export async function documentsCoverage({ raw, texts, strict, json }: DocumentsCoverageOptions): Promise<number> {
  const input = await readRawFolder(raw, textsFolder(raw, texts));
  const { staged, resolution, issues, publishable } = resolveRaw(input);
  const coverage = reportCoverage({ resolution, indexes: staged.indexes, texts: readTexts(input.texts) });
  if (json) printJson(coverage);
  else print(formatCoverage(coverage));
  const unread = coverage.reduce((sum, source) => sum + source.unread.length, 0);
  const errors = issues.filter((issue) => !isWarning(issue)).length;
  if (errors > 0)
    report(
      `${plural(errors, "error")} in raw/. The rows with errors are not counted. To see the errors, run: npm run pipeline -- validate`,
    );
  if (unread > 0) report(`${plural(unread, "sentence")} unread. Code them, or list them in passed_over.csv.`);
  const isUnread = publishable.resolution.coverage.some((source) => source.unread.length > 0);
  return strict && (isUnread || hasErrors(publishable.issues)) ? 1 : 0;
}
