import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem } from "#pipeline/core/raw-input.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { buildIndex, hasSameSentences } from "#pipeline/documents/build-index.ts";
import { findCopiedWords } from "#pipeline/documents/copied-words.ts";
import { isHashOf } from "#pipeline/documents/hash-forms.ts";
import type { IndexedText } from "#pipeline/documents/indexed-text.ts";
import { findMisquotes } from "#pipeline/documents/misquotes.ts";
import { readText } from "#pipeline/documents/read-text.ts";

interface Coded {
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
}

/**
 * What only a text can tell of the rows: whether it is the one that was coded, whether it contains what rows quote, and
 * whether rows copy its words. A text that is not at hand is not an issue.
 */
export function checkTexts(files: readonly DiskFile[], { tables, indexes }: Coded): Issue[] {
  const issues: Issue[] = [];
  const texts = new Map<string, IndexedText>();
  const lines = new Map(tables.sources.rows.map((row) => [row.values.source_id, row]));
  for (const file of files) {
    const sourceId = fileStem(file.path);
    const row = lines.get(sourceId);
    if (row === undefined) continue;
    const { text, sha256 } = readText(file);
    const index = indexes.get(sourceId);
    const isIndexed = text !== null && index !== undefined && hasSameSentences(buildIndex(text, sha256), index.entries);
    if (isIndexed) texts.set(sourceId, { text, index });
    if (row.values.sha256 === sha256) continue;
    if (!isIndexed) {
      issues.push({ code: "resolve/text-mismatch", at: { file: file.path, line: null, column: null }, sourceId });
    } else if (!isHashOf(row.values.sha256, text)) {
      const at = { file: tables.sources.path, line: row.line, column: "sha256" };
      issues.push({ code: "documents/other-hash", at, sourceId, sha256 });
    }
  }
  return [...issues, ...findMisquotes(tables, texts), ...findCopiedWords(tables, texts)];
}
