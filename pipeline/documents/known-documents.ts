import { type DocumentMark, documentMarks, type SharedMark } from "#pipeline/core/document-marks.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import { type SentenceIndex, textHashOf } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes } from "#pipeline/core/staged.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";
import { originalOf } from "./recorded-original.ts";

/** Everything that tells which documents are known already, whether or not their rows are in sources.csv. */
export interface KnownDocuments {
  /** The rows of sources.csv as texts by column, also those that have errors. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly indexes: SentenceIndexes;
  readonly texts: readonly DiskFile[];
  /** The contents of the `.intake.json` files, by source. */
  readonly intakeRecords: ReadonlyMap<string, string>;
}

/** Another source that has a mark of a document. */
export interface SameDocument {
  readonly sourceId: string;
  readonly by: SharedMark;
}

interface Wanted {
  readonly sourceId: string;
  readonly marks: readonly DocumentMark[];
}

/** The first of the other sources that has each mark of a document, in the order of the marks. */
export function findSameDocuments(known: KnownDocuments, { sourceId, marks }: Wanted): SameDocument[] {
  const owners = new Map<string, string>();
  for (const { sourceId: owner, marks: owned } of ownedMarks(known))
    for (const { key } of owned) if (owner !== sourceId && !owners.has(key)) owners.set(key, owner);
  return marks.flatMap(({ key, by }) => {
    const owner = owners.get(key);
    return owner === undefined ? [] : [{ sourceId: owner, by }];
  });
}

const NO_MARKS = { sha256: null, original_sha256: null, url: null, url_copy: null };

function* ownedMarks({ rows, indexes, texts, intakeRecords }: KnownDocuments): Generator<Wanted> {
  const owned = (sourceId: string, marks: Partial<Parameters<typeof documentMarks>[0]>) => ({
    sourceId,
    marks: documentMarks({ ...NO_MARKS, ...marks }),
  });
  for (const row of rows) {
    const cell = (column: string) => row.get(column) || null;
    const [sha256, original_sha256] = [cell("sha256"), cell("original_sha256")];
    yield owned(row.get("source_id") ?? "", { sha256, original_sha256, url: cell("url"), url_copy: cell("url_copy") });
  }
  for (const [sourceId, index] of indexes) yield owned(sourceId, { sha256: textHashOf(index) });
  for (const { path, bytes } of texts) yield owned(fileStem(path), { sha256: sha256Hex(bytes) });
  for (const [sourceId, record] of intakeRecords) yield owned(sourceId, { original_sha256: originalOf(record) });
}

/** Shorter sentences, such as headings, are alike in documents that have nothing to do with each other. */
const LEAST_WORDS = 6;
/** A document that shares this part of its sentences with another one is a copy of it, or retells it. */
const COPIED_PART = 0.5;

export interface NearCopy {
  readonly sourceId: string;
  /** Sentences that both have, of those that are long enough to compare. */
  readonly shared: number;
  readonly compared: number;
}

/** The other sources that have at least half of the sentences of a document, word for word; most of them first. */
export function findNearCopies(
  indexes: SentenceIndexes,
  { sourceId, sentences }: { readonly sourceId: string; readonly sentences: readonly SentenceIndexRow[] },
): NearCopy[] {
  const hashes = hashesOf(sentences);
  return [...indexes.values()]
    .filter((index) => index.sourceId !== sourceId)
    .map((index) => ({ sourceId: index.sourceId, shared: countShared(hashes, index), compared: hashes.size }))
    .filter(({ shared, compared }) => compared > 0 && shared >= COPIED_PART * compared)
    .sort((a, b) => b.shared - a.shared);
}

const hashesOf = (sentences: readonly SentenceIndexRow[]) =>
  new Set(sentences.flatMap(({ words, sha256 }) => (words >= LEAST_WORDS ? [sha256] : [])));

const countShared = (hashes: ReadonlySet<string>, { entries }: SentenceIndex) =>
  [...hashesOf(entries)].filter((hash) => hashes.has(hash)).length;
