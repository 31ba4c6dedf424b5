import type { Issue } from "#pipeline/core/issue.ts";
import {
  checkIndex,
  placeOfEntry,
  type SentenceIndex,
  sentenceIndex,
  textHashOf,
} from "#pipeline/core/sentence-index.ts";
import { buildIndex, isAnotherCut, isSameSentence } from "#pipeline/documents/build-index.ts";
import {
  findAdded,
  findGone,
  findMoved,
  formatRecuts,
  type GoneSentence,
  type MovedRun,
  type NewSentence,
  type RecutRun,
} from "#pipeline/documents/changed-sentences.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import type { IntakePages } from "#pipeline/documents/intake-pages.ts";
import { pairSentences } from "#pipeline/documents/pair-sentences.ts";
import type { ReadText } from "#pipeline/documents/read-text.ts";
import { findRecut, type Recut } from "#pipeline/documents/recut-sentences.ts";
import { planRelocation, type Relocation } from "#pipeline/documents/relocate.ts";
import { withPages } from "#pipeline/documents/sentence-pages.ts";

/** How a text compares with the index that its rows refer to. */
export interface Verification {
  readonly sourceId: string;
  /** SHA-256 of the text file, and whether the index was cut from it. */
  readonly sha256: string;
  readonly isRecorded: boolean;
  /** Whether the text is the same, and other rules have cut it into other sentences. */
  readonly isRecut: boolean;
  readonly unchanged: number;
  readonly moved: readonly MovedRun[];
  /** Sentences split or joined, with the same words as before. */
  readonly recut: readonly RecutRun[];
  readonly gone: readonly GoneSentence[];
  readonly added: readonly NewSentence[];
  /** Whether the text gives exactly the sentences of this index. */
  readonly isIndexCurrent: boolean;
  readonly relocation: Relocation;
  /** The index of the text as it is now. */
  readonly now: SentenceIndex;
  readonly issues: readonly Issue[];
}

interface ToVerify {
  readonly index: SentenceIndex;
  readonly read: ReadText & { readonly text: string };
  /** Citations of any source; those of other sources are ignored. */
  readonly citations: readonly Citation[];
  /** The pages of the document as it was taken in; `null` if they are not at hand. */
  readonly intake: IntakePages | null;
}

/**
 * Splits a text again and compares it with its index, sentence by sentence. Sentences match by exact hash only, because
 * a merely similar sentence would be the wrong evidence. If the index was cut from this very text, a difference comes from
 * other rules for cutting, if every row of the index is still a piece of the text, or else from an edit of the index.
 */
export function verifyIndex({ index, read, citations: all, intake }: ToVerify): Verification {
  const citations = all.filter(({ sourceId }) => sourceId === index.sourceId);
  const rows = withPages(buildIndex(read.text, read.sha256), read.text, { intake, index });
  const now = sentenceIndex(index.sourceId, index.path, rows);
  const isRecorded = read.sha256 === textHashOf(index);
  const altered = findAltered(index, now);
  const isIndexCurrent = altered.length === 0;
  const isRecut =
    isRecorded && !isIndexCurrent && checkIndex(index).length === 0 && isAnotherCut(index.entries, read.text);
  const pairs = isRecut ? pairByPlace(index, now) : pairSentences(hashesOf(index), hashesOf(now));
  const recuts = findRecut({ before: index, now, text: read.text }, pairs);
  const places = placesOf(pairs, recuts);
  const relocation = planRelocation(citations, { before: index, now, places });
  const base = { sourceId: index.sourceId, sha256: read.sha256, isRecorded, isRecut, isIndexCurrent, now };
  if (isRecorded && !isRecut) {
    const none = { moved: [], recut: [], gone: [], added: [], relocation: { rewrites: [], blocked: [], removed: [] } };
    return { ...base, ...none, unchanged: now.entries.length, issues: [...altered, ...findOtherPages(index, now)] };
  }
  const gone = findGone(index, now, { places, citations });
  return {
    ...base,
    unchanged: [...pairs].filter(([from, to]) => index.entries[from]?.locator === now.entries[to]?.locator).length,
    moved: findMoved(index, now, pairs),
    recut: formatRecuts(index, now, recuts),
    gone,
    added: findAdded(now, places, read.text),
    relocation,
    issues: [...read.issues, ...gone.map((sentence) => goneIssue(sentence, index))],
  };
}

/** Whether the text has other sentences than the index, or has them in other places. */
export const isChanged = ({ moved, recut, gone, added, isIndexCurrent, isRecorded, isRecut }: Verification) =>
  isRecut || (!isRecorded && (moved.length + recut.length + gone.length + added.length > 0 || !isIndexCurrent));

/** The sentences that stand at the same place in the same text. */
function pairByPlace({ entries }: SentenceIndex, now: SentenceIndex): Map<number, number> {
  const placeOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;
  const placesNow = new Map(now.entries.map((entry, position) => [placeOf(entry), position]));
  return new Map(
    entries.flatMap((entry, position): [number, number][] => {
      const to = placesNow.get(placeOf(entry));
      return to === undefined ? [] : [[position, to]];
    }),
  );
}

/** Where each sentence before is now: in one place, or in several if it was split. */
function placesOf(pairs: ReadonlyMap<number, number>, recuts: readonly Recut[]): Map<number, readonly number[]> {
  const places = new Map<number, readonly number[]>([...pairs].map(([from, to]) => [from, [to]]));
  for (const { before, now } of recuts) for (const from of before) places.set(from, now);
  return places;
}

const hashesOf = ({ entries }: SentenceIndex) => entries.map(({ sha256 }) => sha256);

/** An issue for each row of the index that does not match the text, and for the first sentence that the index lacks. */
function findAltered(index: SentenceIndex, now: SentenceIndex): Issue[] {
  const altered = index.entries.flatMap((entry, position): Issue[] => {
    if (isSameSentence(entry, now.entries[now.at.get(entry.locator) ?? -1])) return [];
    const at = { file: index.path, line: index.lines[position] ?? null, column: "locator" };
    return [{ code: "resolve/altered-index", at, locator: entry.locator }];
  });
  const missing = now.entries.find(({ locator }) => !index.at.has(locator));
  if (missing === undefined) return altered;
  const at = { file: index.path, line: null, column: null };
  return [...altered, { code: "resolve/altered-index", at, locator: missing.locator }];
}

/** The first sentence that the index has on another page than the document. Where it has none, `documents index` adds it. */
function findOtherPages(index: SentenceIndex, now: SentenceIndex): Issue[] {
  const pageNow = (locator: string) => now.entries[now.at.get(locator) ?? -1]?.page ?? null;
  const position = index.entries.findIndex(
    ({ locator, page }) => page !== null && pageNow(locator) !== null && pageNow(locator) !== page,
  );
  const entry = index.entries[position];
  if (entry === undefined) return [];
  const at = { file: index.path, line: index.lines[position] ?? null, column: "page" };
  return [{ code: "resolve/altered-index", at, locator: entry.locator }];
}

function goneIssue({ locator, citedBy, sealedBy }: GoneSentence, index: SentenceIndex): Issue {
  const at = placeOfEntry(locator, index);
  return { code: "documents/gone", at, sourceId: index.sourceId, locator, citedBy, sealedBy };
}
