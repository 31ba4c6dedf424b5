import { formatIssue } from "#pipeline/core/format-issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { formatProgress, formatSentenceState, formatWorksheet } from "#pipeline/documents/format-sentences.ts";
import { faultsOfSources, indexedSource } from "#pipeline/documents/indexed-sources.ts";
import { type ReadText, readText } from "#pipeline/documents/read-text.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { isFrom, type SentenceState, sentenceStates } from "#pipeline/documents/sentence-states.ts";
import { formatNoText } from "#pipeline/documents/wanted-texts.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { print, printJsonList, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { reportErrors, reportFaults } from "./report-errors.ts";

export interface DocumentsShowOptions {
  readonly source: string;
  readonly raw: string;
  readonly texts?: string | undefined;
  /** Show unread sentences only. */
  readonly unread: boolean;
  /** A paragraph or a locator to begin with. */
  readonly from?: string | undefined;
  readonly format: "text" | "csv";
  readonly json: boolean;
}

/**
 * Prints the sentences of a document in order, each with its locator, its state and the records that cite it, and with
 * its text if it is available.
 */
export async function documentsShow(options: DocumentsShowOptions): Promise<number> {
  const { source, raw, texts, format, json } = options;
  if (json && format === "csv") throw new UsageError("--json and --format csv exclude each other. Choose one of them.");
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, resolution, issues } = resolveRaw(input);
  const { indexes, tables } = staged;
  const register = recordedSources(tables.sources);
  const { coverage, index } = indexedSource(source, { register, indexes, coverage: resolution.coverage, folders });
  const read = readTextOf(source, input);
  const sentences = sentenceStates({ resolution, coverage, index, text: read?.text ?? null });
  const shown = select(sentences, options);
  if (json) printJsonList(shown);
  else if (format === "csv") print(formatWorksheet(shown).replace(/\n$/u, ""));
  else for (const part of [formatProgress(coverage), ...shown.map(formatSentenceState)]) print(`${part}\n`);
  reportFaults(faultsOfSources([source], tables.sources, issues));
  reportErrors(raw, issues);
  if (read === null) report(`${formatNoText(source, folders)} Without it, only what the index says is shown.`);
  else reportText(source, read, sentences);
  if (options.unread && shown.length === 0) report("None of these sentences is unread.");
  return 0;
}

function readTextOf(source: string, { texts }: RawInput): ReadText | null {
  const file = texts.find(({ path }) => fileStem(path) === source);
  return file === undefined ? null : readText(file);
}

function select(sentences: readonly SentenceState[], { source, unread, from }: DocumentsShowOptions): SentenceState[] {
  if (from !== undefined && !/^p\d+(s\d+)?$/u.test(from))
    throw new UsageError(`--from ${from} is not a place in a text. Name a paragraph (p12) or a sentence (p12s3).`);
  const after = sentences.filter(({ locator }) => from === undefined || isFrom(locator, from));
  const last = sentences.at(-1);
  if (last !== undefined && after.length === 0)
    throw new UsageError(`${source} has no sentence from ${from} on. Its last one is ${last.locator}.`);
  return after.filter(({ state }) => !unread || state === "unread");
}

/** Says why sentences have no text although there is one: it cannot be used, or it has other sentences. */
function reportText(source: string, { text, issues }: ReadText, sentences: readonly SentenceState[]): void {
  const others = sentences.filter((sentence) => sentence.text === null).length;
  if (text === null) for (const issue of issues) report(formatIssue(issue));
  else if (others > 0)
    report(
      `${plural(others, "sentence")} of the index not found in the text. To see what changed, run: npm run pipeline -- documents verify ${source}`,
    );
}
