import { hasErrors } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { explain as explainRecord } from "#pipeline/explain/explain.ts";
import type { Explanation, Question } from "#pipeline/explain/explanation.ts";
import { isKnownRecord, parseQuestion } from "#pipeline/explain/find-record.ts";
import { formatExplanation } from "#pipeline/explain/format-explanation.ts";
import { explainReleased } from "#pipeline/explain/released/explain-released.ts";
import { idsIn } from "#pipeline/explain/released/find-released.ts";
import { rowsWith } from "#pipeline/explain/released/release-tables.ts";
import { explainRetired } from "#pipeline/explain/released/retired-record.ts";
import { readRawFolder, readTextFolders, textFolders } from "#pipeline/io/raw-folder.ts";
import { releaseStore } from "#pipeline/io/release-store.ts";
import { print, printJson, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { isStatedTable, publishedTableNames } from "#schemas/published-tables.ts";
import { findVersion } from "./find-version.ts";
import { releasedTables } from "./released-tables.ts";

export interface ExplainOptions {
  readonly table: string;
  readonly record?: string | undefined;
  readonly column?: string | undefined;
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly dist: string;
  readonly json: boolean;
}

/**
 * Traces a value to its statements and their sentences, with their text if it is available. With a version, the answer
 * comes from the files of that release, otherwise from raw/. A record that is gone is explained by the last release that
 * had it.
 */
export async function explain(options: ExplainOptions): Promise<number> {
  const { version, ...question } = parseQuestion(options.table, options.record, options.column);
  const explanation = await (version === null
    ? explainRaw(question, options)
    : explainVersion(question, version, options));
  if (options.json) printJson(explanation);
  else print(formatExplanation(explanation));
  return 0;
}

async function explainRaw(question: Question, { raw, texts, dist }: ExplainOptions): Promise<Explanation> {
  const input = await readRawFolder(raw, textFolders(raw, texts));
  const { staged, resolution, issues, publishable } = resolveRaw(input);
  const known = { texts: readTexts(input.texts) };
  const retired = isKnownRecord(question, resolution)
    ? null
    : await explainGone(question, staged.tables, { ...known, dist });
  const { tables, indexes } = staged;
  const explanation = retired ?? explainRecord(question, { ...known, resolution, tables, indexes });
  if (hasErrors(issues))
    report(
      `${raw} has errors, and the rows with errors are missing here. To see them, run: npm run pipeline -- validate`,
    );
  const drafts = retired === null ? draftsIn(question, resolution, publishable.drafts) : [];
  if (drafts.length > 0)
    report(`Shown as if ${drafts.join(" and ")} were published. No release has what a draft says.`);
  return explanation;
}

/** The draft sources that speak of a record. */
function draftsIn({ recordId }: Question, { find }: Resolution, drafts: readonly string[]): string[] {
  const entry = publishedTableNames.filter(isStatedTable).flatMap((table) => find(table, recordId) ?? [])[0];
  if (entry?.columns === undefined) return [];
  return drafts.filter((id) => entry.statements.some(({ sourceId }) => sourceId === id));
}

interface Known {
  readonly texts: ReadonlyMap<string, string>;
  readonly dist: string;
}

/** A record that raw/ lacks, as the last release that had it has it, with the tombstone in raw/. */
async function explainGone(question: Question, { retired }: StagedTables, { texts, dist }: Known) {
  const store = releaseStore(dist);
  const tombstones = retired.rows.map(({ values }) => ({
    ...{ table: values.table, record_id: values.record_id, reason: values.reason },
    ...{ replaced_by: values.replaced_by ?? "", date_retired: values.date_retired },
  }));
  return explainRetired(question, { texts, tombstones, releases: releasesFrom(store, await store.versions()) });
}

/** Reads nothing but releases and, if they are available, the texts. */
async function explainVersion(question: Question, version: string, options: ExplainOptions): Promise<Explanation> {
  const store = releaseStore(options.dist);
  const asked = await findVersion(store, version);
  const texts = readTexts(readTextFolders(textFolders(options.raw, options.texts)));
  const release = await releasedTables(store, asked);
  const versions = await store.versions();
  const found = explainReleased(question, release, texts);
  if (found !== null) {
    await reportRetirement(found, store, versions[0] ?? asked);
    return found;
  }
  const releases = releasesFrom(store, versions.slice(versions.indexOf(asked)));
  const retired = await explainRetired(question, { releases, texts, tombstones: [] });
  if (retired !== null) return retired;
  const nearest = nearestOf(question.recordId, idsIn(release, question.table));
  const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`There is no record ${question.recordId} in release ${asked}.${meant}`);
}

/** Says so if the newest release has a tombstone of the record. */
async function reportRetirement({ table, recordId }: Explanation, store: ReleaseStore, newest: string): Promise<void> {
  const [tombstone] = rowsWith(await releasedTables(store, newest), "retired", { table, record_id: recordId });
  if (tombstone !== undefined)
    report(`${recordId} was retired since. To see why, run: npm run pipeline -- explain ${table} ${recordId}`);
}

async function* releasesFrom(store: ReleaseStore, versions: readonly string[]) {
  for (const version of versions) yield await releasedTables(store, version);
}
