import { sha256Hex } from "#pipeline/core/hash.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { type SentenceIndex, sentenceIndex } from "#pipeline/core/sentence-index.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { findCitations } from "#pipeline/documents/citations.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { verifyIndex } from "#pipeline/documents/verify-index.ts";

export const aFile = (path: string, content: string): DiskFile => ({ path, bytes: new TextEncoder().encode(content) });

/** The index file of an invented text, as in raw/documents. */
export const anIndexOf = (text: string, sourceId = "source-a"): SentenceIndex =>
  sentenceIndex(sourceId, `raw/documents/${sourceId}.index.csv`, buildIndex(normaliseText(text), sha256Hex(text)));

/** A relations.csv whose rows cite source-a by the evidence cells given. */
export const aCitingFile = (...evidence: readonly string[]): DiskFile =>
  aFile(
    "raw/coded/relations.csv",
    `record_id,source_id,evidence\n${evidence.map((cell, at) => `rel-${at + 1},source-a,${cell}\n`).join("")}`,
  );

/** Indexes the text before, then verifies the text now against it. */
export function verifyChange(before: string, now: string, coded: readonly DiskFile[] = []) {
  const { text, ...read } = readText(aFile("source-a.txt", now));
  if (text === null) throw new Error("The text of a test cannot be used.");
  const citations = coded.flatMap(findCitations);
  return verifyIndex({ index: anIndexOf(before), read: { ...read, text }, citations });
}
