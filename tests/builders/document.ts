import { sha256Hex } from "#pipeline/core/hash.ts";
import { locatorNumbers } from "#pipeline/core/locator.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { countWords, hashSentence } from "#pipeline/core/sentence-hash.ts";
import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { findCitations } from "#pipeline/documents/citations.ts";
import type { IntakePages } from "#pipeline/documents/intake-pages.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { verifyIndex } from "#pipeline/documents/verify-index.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

export const aFile = (path: string, content: string): DiskFile => ({ path, bytes: new TextEncoder().encode(content) });

/** The index file of an invented text, as in raw/documents. */
export const anIndexOf = (text: string, sourceId = "source-a"): SentenceIndex =>
  sentenceIndex(sourceId, `raw/documents/${sourceId}.index.csv`, buildIndex(normaliseText(text), sha256Hex(text)));

/**
 * The index of an invented text as other rules would have cut it: the sentences from one to the next of each group, which
 * lie in one line, are one sentence. `sizes` gives the number of sentences of each group, and 1 stands for the rest.
 */
export function anIndexCutOtherwise(text: string, sizes: readonly number[]): SentenceIndex {
  const { sourceId, path, entries } = anIndexOf(text);
  const normal = normaliseText(text);
  const rows: SentenceIndexRow[] = [];
  for (let at = 0, group = 0; at < entries.length; group += 1) {
    const first = entries[at];
    const inLine = entries.slice(at, at + (sizes[group] ?? 1)).filter(({ line }) => line === first?.line);
    const last = inLine.at(-1);
    if (first === undefined || last === undefined) break;
    const [paragraph] = locatorNumbers(first.locator);
    const [before, sentence] = locatorNumbers(rows.at(-1)?.locator ?? "p0s0");
    const words = normal.slice(first.start, last.end);
    rows.push({
      ...first,
      locator: `p${paragraph}s${before === paragraph ? sentence + 1 : 1}`,
      end: last.end,
      words: countWords(words),
      sha256: hashSentence(words),
    });
    at += inLine.length;
  }
  return sentenceIndex(sourceId, path, rows);
}

/** A relations.csv whose rows cite source-a by the evidence cells given. */
export const aCitingFile = (...evidence: readonly string[]): DiskFile =>
  aFile(
    "raw/coded/relations.csv",
    `record_id,source_id,evidence\n${evidence.map((cell, at) => `rel-${at + 1},source-a,${cell}\n`).join("")}`,
  );

/** Indexes the text before, then verifies the text now against it. */
export const verifyChange = (before: string, now: string, coded: readonly DiskFile[] = []) =>
  verifyAgainst(anIndexOf(before), now, coded);

/** Verifies the text now against an index. */
export function verifyAgainst(
  index: SentenceIndex,
  now: string,
  coded: readonly DiskFile[] = [],
  intake: IntakePages | null = null,
) {
  const { text, ...read } = readText(aFile("source-a.txt", now));
  if (text === null) throw new Error("The text of a test cannot be used.");
  const citations = coded.flatMap(findCitations);
  return verifyIndex({ index, read: { ...read, text }, citations, intake });
}
