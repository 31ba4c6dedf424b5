import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { suggestNamed } from "#pipeline/core/suggest-named.ts";

/** What `sources.csv` records about the texts. */
export interface RecordedSources {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** The source that an id or title most likely means. */
  readonly suggest: (typed: string) => string | null;
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
