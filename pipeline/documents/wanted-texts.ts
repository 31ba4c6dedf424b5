import type { Issue } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

/** The texts asked for, or all that are at hand. */
export function wantedTexts(texts: readonly DiskFile[], asked: readonly string[], folder: string): readonly DiskFile[] {
  if (texts.length === 0) {
    throw new UsageError(`There is no text in ${folder}. Name their folder with --texts or in DOCUMENTS_DIR.`);
  }
  const names = texts.map(({ path }) => fileStem(path));
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined) {
    const nearest = nearestOf(missing, names);
    const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
    throw new UsageError(`There is no text ${missing}.txt in ${folder}.${meant}`);
  }
  return texts.filter((_, at) => asked.length === 0 || asked.includes(names[at] ?? ""));
}

/** What `sources.csv` says of the documents' texts. */
export interface RecordedSources {
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** SHA-256 of the text that was coded, or `null` where the source is not there. */
  readonly hashOf: (sourceId: string) => string | null;
}

export function recordedSources({ path, rows, refusedIds }: StagedTable<"sources">): RecordedSources {
  const hashes = new Map(rows.map(({ values }) => [values.source_id, values.sha256]));
  return {
    path,
    ids: new Set([...hashes.keys(), ...refusedIds]),
    hashOf: (sourceId) => hashes.get(sourceId) ?? null,
  };
}

/** A text whose source nobody has registered. */
export function unknownSource(file: DiskFile, { ids }: RecordedSources): Issue[] {
  const sourceId = fileStem(file.path);
  if (ids.has(sourceId)) return [];
  const at = { file: file.path, line: null, column: null };
  return [{ code: "documents/unknown-source", at, sourceId, nearest: nearestOf(sourceId, ids) }];
}
