import { hasErrors } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { reportCoverage } from "#pipeline/documents/coverage.ts";
import { formatCoverage } from "#pipeline/documents/format-coverage.ts";
import { faultsOfSources, indexedSources } from "#pipeline/documents/indexed-sources.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { reportErrors, reportFaults } from "./report-errors.ts";

export interface DocumentsCoverageOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  /** Source ids; none for all. */
  readonly sources: readonly string[];
  readonly strict: boolean;
  readonly json: boolean;
}

/** Prints which sentences are cited, passed over or unread. With `strict`, an unread sentence is an error, except of a draft. */
export async function documentsCoverage(options: DocumentsCoverageOptions): Promise<number> {
  const { raw, texts, sources, strict, json } = options;
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, resolution, issues, publishable } = resolveRaw(input);
  const { indexes } = staged;
  const register = recordedSources(staged.tables.sources);
  const asked = indexedSources(sources, { register, indexes, coverage: resolution.coverage, folders });
  const coverage = reportCoverage({ resolution, coverage: asked, indexes, texts: readTexts(input.texts) });
  if (json) printJson(coverage);
  else print(formatCoverage(coverage, sources.length > 0));
  const unread = coverage.reduce((sum, source) => sum + source.unread.length, 0);
  reportFaults(faultsOfSources(sources, staged.tables.sources, issues));
  reportErrors(raw, issues);
  const [first] = coverage.filter((source) => source.unread.length > 0);
  if (first !== undefined)
    report(
      `${plural(unread, "sentence")} unread. Code them, or list them in passed_over.csv. To read them, run: npm run pipeline -- documents show ${first.sourceId} --unread`,
    );
  const isUnread = publishable.resolution.coverage.some((source) => source.unread.length > 0);
  return strict && (isUnread || hasErrors(publishable.issues)) ? 1 : 0;
}
