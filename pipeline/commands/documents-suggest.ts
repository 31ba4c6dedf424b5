import { join } from "node:path";
import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { plural } from "#pipeline/core/plural.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { indexedSource } from "#pipeline/documents/indexed-sources.ts";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { hasBegunCoding } from "#pipeline/suggest/begun-coding.ts";
import { codedDocuments } from "#pipeline/suggest/coded-documents.ts";
import { codedNames } from "#pipeline/suggest/coded-names.ts";
import { formatRetelling, formatSuggestions } from "#pipeline/suggest/format-suggestions.ts";
import { rankFor } from "#pipeline/suggest/rank-for.ts";
import { recordShown } from "#pipeline/suggest/shown.ts";
import { type DocumentSuggestions, suggester } from "#pipeline/suggest/suggest.ts";
import { suggestionsCsv } from "#pipeline/suggest/suggestion-rows.ts";
import { type SuggestedTable, suggestedTables } from "#pipeline/suggest/table-scores.ts";
import { reportErrors } from "./report-errors.ts";
import { readShown, shownPath } from "./shown-suggestions.ts";

export interface DocumentsSuggestOptions {
  readonly source: string;
  readonly raw: string;
  readonly staged: string;
  readonly texts?: string | undefined;
  /** The table by whose score sentences are ranked. */
  readonly for?: string | undefined;
  /** How many sentences to print. */
  readonly limit?: number | undefined;
  readonly format: "text" | "csv";
  readonly beforeCoding: boolean;
}

/**
 * Prints what may be coded from each unread sentence of a document, learnt from the other documents whose texts are at
 * hand. Writes all of it to staged/suggestions, and that it was shown; never to raw/.
 */
export async function documentsSuggest(options: DocumentsSuggestOptions): Promise<number> {
  const table = options.for === undefined ? null : asTable(options.for);
  const { limit = Number.POSITIVE_INFINITY, raw, staged } = options;
  if (!(limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit > 0)))
    throw new UsageError("--limit takes a whole number of sentences, from 1 on.");
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) =>
    suggestAlone(options, { table, limit }, { signal, assertHeld }),
  );
}

interface Shown {
  readonly table: SuggestedTable | null;
  readonly limit: number;
}

interface Alone {
  readonly signal: AbortSignal;
  readonly assertHeld: AssertHeld;
}

async function suggestAlone(options: DocumentsSuggestOptions, shown: Shown, alone: Alone): Promise<number> {
  const { source, raw, texts, format, beforeCoding } = options;
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, resolution, issues } = resolveRaw(input);
  const { indexes, tables } = staged;
  const register = recordedSources(tables.sources);
  const { coverage } = indexedSource(source, { register, indexes, coverage: resolution.coverage, folders });
  wantedTexts(input.texts, { asked: [source], register, folders });
  const documents = codedDocuments({ tables, indexes, texts: readTexts(input.texts) });
  const document = documents.find(({ sourceId }) => sourceId === source);
  if (document === undefined || document.sentences.length === 0) {
    report(
      `The text of ${source} is not the one of its index. To see why, run: npm run pipeline -- documents verify ${source}`,
    );
    return 1;
  }
  const hasBegun = hasBegunCoding(source, tables);
  if (!hasBegun && !beforeCoding) {
    report(
      `The first coding of ${source} has not begun: no row cites it. Suggestions lead a coder to what was coded before, so code first, or let one of two coders see them. To see them all the same, add --before-coding.`,
    );
    return 1;
  }
  const unread = new Set(coverage.unread);
  const others = documents.filter((other) => other !== document);
  const suggest = suggester({ names: codedNames(tables), documents: others });
  const suggestions = suggest(document, ({ locator }) => unread.has(locator));
  const nRead = coverage.sentences - coverage.unread.length;
  await pauseFor(alone.signal)();
  await write(options, suggestions, {
    assertHeld: alone.assertHeld,
    record: { source_id: source, before_coding: !hasBegun, n_read: nRead, n_sentences: coverage.sentences },
  });
  printSuggestions(suggestions, { ...shown, format });
  reportErrors(raw, issues);
  if (others.length === 0)
    report("No text of another document is at hand, so no tables and no coded sentences are suggested.");
  const lost = coverage.sentences - document.sentences.length;
  if (lost > 0)
    report(
      `${plural(lost, "sentence")} of the index not found in the text. To see what changed, run: npm run pipeline -- documents verify ${source}`,
    );
  report(whatToDo(options, hasBegun));
  return 0;
}

/** What those who saw the suggestions have to do, so that others can judge the codings. */
function whatToDo({ source, staged, raw }: DocumentsSuggestOptions, hasBegun: boolean): string {
  const recorded = `${shownPath(staged)} records it: commit this file.`;
  return hasBegun
    ? `Suggestions for ${source} were shown. ${recorded} If a second coder saw them too, write so in had_seen of ${join(raw, "coded", "coders.csv")}.`
    : `Suggestions for ${source} were shown before its first coding. ${recorded} Let somebody who has not seen them code ${source} a second time.`;
}

interface Written {
  readonly record: Parameters<typeof recordShown>[1];
  readonly assertHeld: AssertHeld;
}

/** Writes all suggestions, whatever is printed of them, and the record that they were shown. */
async function write(
  { staged, source }: DocumentsSuggestOptions,
  suggestions: DocumentSuggestions,
  { record, assertHeld }: Written,
): Promise<void> {
  const folder = join(staged, "suggestions");
  await makeFolder(folder);
  const path = shownPath(staged);
  const earlier = readShown(staged);
  await assertHeld();
  await replaceFiles(staged, {
    command: "documents suggest",
    files: [
      { path: join(folder, `${source}.csv`), bytes: Buffer.from(suggestionsCsv(suggestions)) },
      { path, bytes: Buffer.from(recordShown(earlier, record)) },
    ],
  });
}

function printSuggestions(
  suggestions: DocumentSuggestions,
  { table, limit, format }: Shown & Pick<DocumentsSuggestOptions, "format">,
): void {
  const { sourceId, retelling, sentences } = suggestions;
  const shown = (table === null ? sentences : rankFor(table, sentences)).slice(0, limit);
  if (format === "csv") {
    print(suggestionsCsv({ ...suggestions, sentences: shown }).replace(/\n$/u, ""));
    return;
  }
  for (const part of [formatRetelling(sourceId, retelling), ...shown.map(formatSuggestions)]) print(`${part}\n`);
  if (sentences.length === 0) report(`No sentence of ${sourceId} is unread.`);
}

function asTable(name: string): SuggestedTable {
  const table = suggestedTables.find((known) => known === name);
  if (table !== undefined) return table;
  throw new UsageError(
    `--for takes ${suggestedTables.join(", ")}, and not "${name}".${didYouMean(nearestOf(name, suggestedTables))}`,
  );
}
