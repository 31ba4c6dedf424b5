import type { Issue } from "#pipeline/core/issue.ts";
import { didYouMean } from "#pipeline/core/issues/did-you-mean.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { suggestNamed } from "#pipeline/core/suggest-named.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

/** The requested texts, or all that are available. Throws a UsageError if there are none, or one of them is missing. */
export function wantedTexts(texts: readonly DiskFile[], asked: readonly string[], folder: string): readonly DiskFile[] {
  if (texts.length === 0) {
    throw new UsageError(
      `There are no texts in ${folder}. Name the folder of the texts with --texts or in DOCUMENTS_DIR.`,
    );
  }
  const names = texts.map(({ path }) => fileStem(path));
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new UsageError(`There is no text ${missing}.txt in ${folder}.${didYouMean(nearestOf(missing, names))}`);
  }
  return texts.filter((_, at) => asked.length === 0 || asked.includes(names[at] ?? ""));
}

/** What `sources.csv` records about the texts. */
export interface RecordedSources {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** The source that a file name most likely means. */
  readonly suggest: (sourceId: string) => string | null;
  /** SHA-256 of the text that was coded, or `null` if the source is not listed. */
  readonly hashOf: (sourceId: string) => string | null;
}

export function recordedSources({ path, rows, refusedIds }: StagedTable<"sources">): RecordedSources {
  const hashes = new Map(rows.map(({ values }) => [values.source_id, values.sha256]));
  return {
    path,
    ids: new Set([...hashes.keys(), ...refusedIds]),
    suggest: suggestNamed(() => rows.map(({ values: { source_id: id, title } }) => ({ id, names: [title] }))),
    hashOf: (sourceId) => hashes.get(sourceId) ?? null,
  };
}

/** An issue if the text's source is not in `sources.csv`. */
export function unknownSource(file: DiskFile, { ids, suggest }: RecordedSources): Issue[] {
  const sourceId = fileStem(file.path);
  if (ids.has(sourceId)) return [];
  const at = { file: file.path, line: null, column: null };
  return [{ code: "documents/unknown-source", at, sourceId, nearest: suggest(sourceId) }];
}
