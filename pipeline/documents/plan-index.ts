import { type SentenceIndex, textHashOf } from "#pipeline/core/sentence-index.ts";
import { buildIndex, hasSameSentences, isAnotherCut, writeIndex } from "#pipeline/documents/build-index.ts";
import type { IntakePages } from "#pipeline/documents/intake-pages.ts";
import { withPages } from "#pipeline/documents/sentence-pages.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** Why an index is not written although the text was cut. */
export type Refusal =
  /** The text, or the rules for cutting it, are others than those of the index, and sentences have other locators now. */
  | "moves-locators"
  /** There is no index to compare with, and sources.csv records another text. */
  | "not-recorded"
  /** The index and sources.csv name different texts, so it is not certain which one the rows cite. */
  | "another-text";

/** What `documents index` has to do with one text. */
export interface IndexPlan {
  readonly sentences: number;
  /** The content of the index file; `null` if it must not or need not be written. */
  readonly content: string | null;
  /** `null` if the index may be written: then rows cite the same sentences as before. */
  readonly refusal: Refusal | null;
}

interface Known {
  /** The index as it is, if it is there and every row of it could be read. */
  readonly index: SentenceIndex | undefined;
  /** The pages of the document as it was taken in; `null` if they are not at hand. */
  readonly intake: IntakePages | null;
  /** The hash in `sources.csv`; `null` if it has none for the source. */
  readonly recorded: string | null;
  /** Whether any row cites the source. */
  readonly isCited: boolean;
}

/**
 * The index of a text. An index that has the same sentences already, cut from the recorded text, stays as it is: the
 * file at hand may then differ in line ends or Unicode forms only. Whatever is written must not silently make rows cite
 * other sentences than before: `documents verify` reports these rows and can update them.
 */
export function planIndex({ text, sha256 }: { text: string; sha256: string }, known: Known): IndexPlan {
  const rows = withPages(buildIndex(text, sha256), text, known);
  const { index, recorded, isCited } = known;
  const refusal = isCited ? findRefusal(rows, { text, sha256 }, known) : null;
  const isSame =
    index !== undefined &&
    textHashOf(index) === recorded &&
    hasSameSentences(rows, index.entries) &&
    hasSamePages(rows, index.entries);
  return { sentences: rows.length, content: refusal !== null || isSame ? null : writeIndex(rows), refusal };
}

function findRefusal(
  rows: readonly SentenceIndexRow[],
  { text, sha256 }: { text: string; sha256: string },
  { index, recorded }: Known,
): Refusal | null {
  if (index === undefined) return sha256 === recorded ? null : "not-recorded";
  // An index with a wrong hash: it has the sentences of the recorded text.
  const isRecorded = sha256 === recorded && keepsLocators(index, rows);
  if (textHashOf(index) !== recorded) return isRecorded ? null : "another-text";
  const isEdited = sha256 === recorded && !isAnotherCut(index.entries, text);
  return isEdited || keepsLocators(index, rows) ? null : "moves-locators";
}

const keepsLocators = ({ entries }: SentenceIndex, rows: readonly SentenceIndexRow[]) =>
  entries.every(({ locator, sha256 }, at) => rows[at]?.locator === locator && rows[at]?.sha256 === sha256);

const hasSamePages = (a: readonly SentenceIndexRow[], b: readonly SentenceIndexRow[]) =>
  a.every(({ page }, at) => page === b[at]?.page);
