import { join } from "node:path";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { hasErrors, type Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { findCitations } from "#pipeline/documents/citations.ts";
import { planIndex } from "#pipeline/documents/plan-index.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { type RecordedSources, recordedSources, unknownSource, wantedTexts } from "#pipeline/documents/wanted-texts.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { readRawFolder, textsFolder } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { resolveRaw } from "#pipeline/run.ts";

export interface DocumentsIndexOptions {
  readonly raw: string;
  readonly texts?: string | undefined;
  readonly sources: readonly string[];
}

/** Splits texts into sentences and writes `raw/documents/<source_id>.index.csv` for each. It writes nothing else. */
export async function documentsIndex({ raw, texts, sources }: DocumentsIndexOptions): Promise<number> {
  const folder = textsFolder(raw, texts);
  const input = readRawFolder(raw, folder);
  const { staged, issues: found } = resolveRaw(input);
  // A row that cannot be read may cite any sentence.
  const unreadable = found.filter(({ code }) => code === "extract/unreadable" || code === "extract/too-large");
  for (const issue of unreadable) console.error(formatIssue(issue));
  if (unreadable.length > 0) return 1;
  const register = recordedSources(staged.tables.sources);
  const cited = new Set(input.coded.flatMap(findCitations).map(({ sourceId }) => sourceId));
  const results = wantedTexts(input.texts, sources, folder).map((file) => {
    const sourceId = fileStem(file.path);
    const path = join(raw, "documents", `${sourceId}.index.csv`);
    const plan = (text: string, isRecorded: boolean) =>
      planIndex(text, { index: staged.indexes.get(sourceId), isRecorded, isCited: cited.has(sourceId) });
    return indexText(file, { path, register, plan });
  });
  await makeFolder(join(raw, "documents"));
  await replaceFiles(results.flatMap(({ file }) => file ?? []));
  for (const { lines, issues } of results) {
    for (const issue of issues) console.error(formatIssue(issue));
    for (const line of lines) console.log(line);
  }
  return results.some(({ issues, isRefused }) => isRefused || hasErrors(issues)) ? 1 : 0;
}

interface Indexed {
  readonly file: DiskFile | null;
  readonly lines: readonly string[];
  readonly issues: readonly Issue[];
  readonly isRefused: boolean;
}

interface Indexing {
  /** The index file. */
  readonly path: string;
  readonly register: RecordedSources;
  readonly plan: (text: string, isRecorded: boolean) => ReturnType<typeof planIndex>;
}

function indexText(file: DiskFile, { path, register, plan }: Indexing): Indexed {
  const sourceId = fileStem(file.path);
  const unknown = unknownSource(file, register);
  const { text, sha256, issues } = readText(file);
  if (unknown.length > 0) return { file: null, lines: [], issues: unknown, isRefused: false };
  if (text === null) return { file: null, lines: [], issues, isRefused: false };
  const recorded = register.hashOf(sourceId);
  const { content, sentences, isRefused } = plan(text, sha256 === recorded);
  if (isRefused) {
    const why = "not written, because the text has changed and rows cite it. Run: npm run pipeline -- documents verify";
    return { file: null, lines: [`${path}: ${why}`], issues, isRefused };
  }
  const lines = [`${path}: ${plural(sentences, "sentence")}, ${content === null ? "unchanged" : "written"}.`];
  if (sha256 !== recorded) lines.push(`${register.path}: the sha256 of ${sourceId} must be ${sha256}. Correct it.`);
  return {
    file: content === null ? null : { path, bytes: new TextEncoder().encode(content) },
    lines,
    issues,
    isRefused,
  };
}
