import type { FetchRecord } from "#pipeline/core/fetch-record.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { SentenceIndexes } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import { formatUpdateSteps, formatUpdates } from "#pipeline/documents/format-updates.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import {
  compareHashes,
  keptValidators,
  permanentAddress,
  type SourceUpdate,
} from "#pipeline/documents/source-update.ts";
import { formatUnknownSource } from "#pipeline/documents/wanted-texts.ts";
import { fetchDocument } from "#pipeline/io/fetch/fetch-document.ts";
import { formatFetchRefusal } from "#pipeline/io/fetch/format-fetch-refusal.ts";
import { newVisits, type PoliteVisits } from "#pipeline/io/fetch/polite-visits.ts";
import { readIntakeRecord } from "#pipeline/io/intake-record.ts";
import { terminalProgress } from "#pipeline/io/progress.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { print, printJsonList, report } from "#pipeline/io/terminal.ts";
import { stageRaw } from "#pipeline/run.ts";
import { documentOf } from "./add/obtain-document.ts";
import { affectedSentences } from "./affected-sentences.ts";
import { reportErrors } from "./report-errors.ts";

export interface DocumentsCheckUpdatesOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  /** Source ids; none for all that have an address. */
  readonly sources: readonly string[];
  /** Also ask servers on this computer. */
  readonly allowLoopback: boolean;
  readonly json: boolean;
}

interface Checking {
  /** Where the records of documents are looked for. */
  readonly folders: readonly string[];
  readonly allowLoopback: boolean;
  readonly visits: PoliteVisits;
  readonly indexes: SentenceIndexes;
  readonly citations: readonly Citation[];
}

interface Addressed {
  readonly source_id: string;
  readonly url: string;
  readonly original_sha256: string | null;
}

/**
 * Asks at the address of each source whether the document is still the one that was taken in. It writes nothing. Exits
 * with 1 if a document could not be asked for: that one is gone is an answer.
 */
export async function documentsCheckUpdates(options: DocumentsCheckUpdatesOptions): Promise<number> {
  const { raw, texts, sources, allowLoopback, json } = options;
  const input = await readRawFolder(raw, []);
  const { tables, indexes, issues } = stageRaw(input);
  const wanted = addressedSources(tables.sources, sources);
  const citations = allCitations(input);
  const checking = { folders: textFolders(raw, texts), allowLoopback, visits: newVisits(), indexes, citations };
  const progress = terminalProgress();
  progress.begin("updates");
  const updates: SourceUpdate[] = [];
  for (const source of wanted) {
    progress.doing(source.source_id);
    updates.push(await checkSource(source, checking));
    progress.found(`${updates.length} of ${wanted.length} documents`);
  }
  progress.end();
  if (json) printJsonList(updates);
  else if (updates.length > 0) print(formatUpdates(updates));
  reportErrors(raw, issues);
  if (updates.length === 0) report("No source has an address (url) to ask.");
  for (const line of formatUpdateSteps(updates)) report(line);
  return updates.some(({ state }) => state === "refused") ? 1 : 0;
}

/** The sources asked for, or all that have an address. Throws a UsageError that names what cannot be asked for. */
function addressedSources(table: Parameters<typeof recordedSources>[0], asked: readonly string[]): Addressed[] {
  const register = recordedSources(table);
  const addressed = table.rows.flatMap(({ values: { source_id, url, original_sha256 } }) =>
    url === null ? [] : [{ source_id, url, original_sha256 }],
  );
  const faults = asked
    .filter((id) => !addressed.some(({ source_id }) => source_id === id))
    .map((id) =>
      register.ids.has(id)
        ? `${id} has no address to ask. Fill in its url in ${register.path}.`
        : formatUnknownSource(id, [...register.ids], register),
    );
  if (faults.length > 0) throw new UsageError(faults.join(" "));
  return addressed.filter(({ source_id }) => asked.length === 0 || asked.includes(source_id));
}

async function checkSource(source: Addressed, checking: Checking): Promise<SourceUpdate> {
  const { folders, allowLoopback, visits, indexes, citations } = checking;
  const { source_id, url, original_sha256 } = source;
  const record = readIntakeRecord(folders, source_id);
  const validators = keptValidators(record, original_sha256);
  const result = await fetchDocument(url, { allowLoopback, validators, visits, now: () => new Date() });
  const nothing = { ...source, reason: null, sha256: null, affected: null };
  if ("refusal" in result) {
    const { code } = result.refusal;
    const state = code === "status-not-found" || code === "status-gone" ? "gone" : "refused";
    return { ...nothing, ...NO_ANSWER, state, reason: { code, message: formatFetchRefusal(result.refusal) } };
  }
  if ("unchanged" in result) return { ...nothing, ...answerOf(result.unchanged), state: "unchanged" };
  const { bytes, ...fetched } = result.fetched;
  const index = indexes.get(source_id);
  const sha256 = sha256Hex(bytes);
  const state = compareHashes(original_sha256, sha256);
  const affected =
    state === "changed" && index !== undefined
      ? await affectedSentences(documentOf(bytes, fetched), {
          index,
          citations,
          pages: readIntakePages(record)?.pages ?? null,
        })
      : null;
  return { ...nothing, ...answerOf(fetched), state, sha256, affected };
}

const NO_ANSWER = {
  final_url: null,
  moved_to: null,
  http_status: null,
  etag: null,
  last_modified: null,
  fetched_at: null,
};

const answerOf = ({ final_url, redirects, status, etag, last_modified, fetched_at }: FetchRecord) => ({
  final_url,
  moved_to: permanentAddress(redirects),
  http_status: status,
  etag,
  last_modified,
  fetched_at,
});
