import { join } from "node:path";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import { hidesCitations } from "#pipeline/documents/citations.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { type IndexPlan, planIndex, type Refusal } from "#pipeline/documents/plan-index.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { editRecordedHash } from "#pipeline/documents/record-hash.ts";
import { type RecordedSources, recordedSources, unknownSource } from "#pipeline/documents/recorded-sources.ts";
import { type CellEdit, rewriteCells } from "#pipeline/documents/rewrite-cells.ts";
import { wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { type AssertHeld, runAlone } from "#pipeline/io/alone.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { readIntakeRecord } from "#pipeline/io/intake-record.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsIndexOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly sources: readonly string[];
}

/**
 * Splits texts into sentences and writes `raw/documents/<source_id>.index.csv` for each, together with the hash of the
 * text in sources.csv. It writes nothing else.
 */
export const documentsIndex = (options: DocumentsIndexOptions): Promise<number> =>
  runAlone({ raw: options.raw, report }, (signal, assertHeld) => indexAlone(options, signal, assertHeld));

async function indexAlone(
  { raw, texts, sources }: DocumentsIndexOptions,
  signal: AbortSignal,
  assertHeld: AssertHeld,
): Promise<number> {
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, issues: found } = resolveRaw(input);
  // A row that cannot be read may cite any sentence.
  const hiding = found.filter(hidesCitations);
  for (const issue of hiding) report(formatIssue(issue));
  if (hiding.length > 0) return 1;
  const register = recordedSources(staged.tables.sources);
  const cited = new Set(allCitations(input).map(({ sourceId }) => sourceId));
  const unreadable = new Set(found.filter(({ code }) => code.startsWith("stage/")).map(({ at }) => at.file));
  const results = wantedTexts(input.texts, { asked: sources, register, folders }).map((file) => {
    const sourceId = fileStem(file.path);
    const index = staged.indexes.get(sourceId);
    return indexText(file, {
      path: join(raw, "documents", `${sourceId}.index.csv`),
      register,
      coded: input.coded,
      plan: (read) =>
        planIndex(read, {
          index: index === undefined || unreadable.has(index.path) ? undefined : index,
          intake: readIntakePages(readIntakeRecord(folders, sourceId)),
          recorded: register.hashOf(sourceId),
          isCited: cited.has(sourceId),
        }),
    });
  });
  const edits = results.flatMap((result) => result.edits);
  const edited = input.coded.filter(({ path }) => edits.some(({ file }) => file === path));
  await pauseFor(signal)();
  await makeFolder(join(raw, "documents"));
  await assertHeld();
  await replaceFiles(raw, {
    command: "documents index",
    files: [
      ...results.flatMap(({ file }) => file ?? []),
      ...edited.map((file) => ({ path: file.path, bytes: rewriteCells(file, edits) })),
    ],
  });
  for (const { lines, issues } of results) {
    for (const issue of issues) report(formatIssue(issue));
    for (const line of lines) print(line);
  }
  return results.some(({ issues, isRefused }) => isRefused || hasErrors(issues)) ? 1 : 0;
}

interface Indexed {
  readonly file: DiskFile | null;
  /** The changes of sources.csv. */
  readonly edits: readonly CellEdit[];
  readonly lines: readonly string[];
  readonly issues: readonly Issue[];
  readonly isRefused: boolean;
}

interface Indexing {
  /** The index file. */
  readonly path: string;
  readonly register: RecordedSources;
  readonly coded: readonly DiskFile[];
  readonly plan: (read: { text: string; sha256: string }) => IndexPlan;
}

function indexText(file: DiskFile, { path, register, coded, plan }: Indexing): Indexed {
  const sourceId = fileStem(file.path);
  const unknown = unknownSource(file, register);
  const { text, sha256, issues } = readText(file);
  const nothing = { file: null, edits: [], lines: [], isRefused: false };
  if (unknown.length > 0) return { ...nothing, issues: unknown };
  if (text === null) return { ...nothing, issues };
  const { content, sentences, refusal } = plan({ text, sha256 });
  if (refusal !== null) {
    const why = formatRefusal(refusal, { sourceId, sha256, register });
    return { ...nothing, lines: [`${path}: not written, because ${why}`], issues, isRefused: true };
  }
  if (content === null) return { ...nothing, lines: [`${path}: ${plural(sentences, "sentence")}, unchanged.`], issues };
  const edits = editRecordedHash(coded, sourceId, sha256);
  const lines = [`${path}: ${plural(sentences, "sentence")}, written.`];
  if (edits.length > 0) lines.push(`${register.path}: the sha256 of ${sourceId} is now ${sha256}.`);
  return { file: { path, bytes: new TextEncoder().encode(content) }, edits, lines, issues, isRefused: false };
}

function formatRefusal(
  refusal: Refusal,
  { sourceId, sha256, register }: { sourceId: string; sha256: string; register: RecordedSources },
): string {
  switch (refusal) {
    case "moves-locators":
      return "the text has changed and rows cite it. Run: npm run pipeline -- documents verify";
    case "not-recorded":
      return `rows cite ${sourceId}, and ${register.path} records another text. If this is the text that was coded, set its sha256 there to ${sha256}, and run this again.`;
    case "another-text":
      return `the index and ${register.path} name different texts, and rows cite ${sourceId}. To see how to correct it, run: npm run pipeline -- validate`;
    default:
      return refusal satisfies never;
  }
}
