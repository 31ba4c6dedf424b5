import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { checkIndex } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedTables } from "#pipeline/core/staged.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import { writeIndex } from "#pipeline/documents/build-index.ts";
import { citingFiles, hidesCitations } from "#pipeline/documents/citations.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { editRecordedHash, sealAgain } from "#pipeline/documents/record-hash.ts";
import { recordedSources, unknownSource } from "#pipeline/documents/recorded-sources.ts";
import { relocationEdits } from "#pipeline/documents/relocate.ts";
import { rewritten } from "#pipeline/documents/rewrite-cells.ts";
import { isChanged, type Verification, verifyIndex } from "#pipeline/documents/verify-index.ts";

export interface VerifiedDocuments {
  readonly verifications: readonly Verification[];
  readonly issues: readonly Issue[];
  /** Sources whose text is not available, which is not an error. */
  readonly notAtHand: readonly string[];
  /** Sources whose text is available, but that have no index to compare it with. */
  readonly notIndexed: readonly string[];
}

interface ToVerify {
  readonly input: RawInput;
  readonly tables: StagedTables;
  readonly indexes: SentenceIndexes;
  /** The `ID.intake.json` of the sources that have one, by source. */
  readonly intakes: ReadonlyMap<string, string>;
  /** The issues of the earlier steps. */
  readonly found: readonly Issue[];
}

/** Compares every available text with its index. */
export function verifyDocuments({ input, tables, indexes, intakes, found }: ToVerify): VerifiedDocuments {
  const sources = recordedSources(tables.sources);
  const citations = allCitations(input);
  const verifications: Verification[] = [];
  const issues = [...found.filter(isUnreadable), ...[...indexes.values()].flatMap(checkIndex)];
  for (const file of input.texts) {
    const sourceId = fileStem(file.path);
    const index = indexes.get(sourceId);
    const unknown = unknownSource(file, sources);
    const { text, ...read } = readText(file);
    if (unknown.length > 0 || text === null || index === undefined) {
      issues.push(...unknown, ...(unknown.length > 0 ? [] : read.issues));
      continue;
    }
    const verification = verifyIndex({
      index,
      read: { ...read, text },
      citations,
      intake: readIntakePages(intakes.get(sourceId) ?? null),
    });
    verifications.push(verification);
    for (const issue of verification.issues) issues.push(issue);
  }
  const atHand = new Set(input.texts.map(({ path }) => fileStem(path)));
  const notAtHand = [...sources.ids].filter((id) => !atHand.has(id));
  const notIndexed = [...sources.ids].filter((id) => atHand.has(id) && !indexes.has(id));
  return {
    verifications,
    issues: [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()],
    notAtHand,
    notIndexed,
  };
}

/** Whether the issue hides an index, or cells that may cite a sentence, or which text the cells cite. */
const isUnreadable = (issue: Issue) =>
  hidesCitations(issue) ||
  issue.code === "resolve/missing-index" ||
  issue.code === "resolve/index-of-another-text" ||
  (/^(extract|stage)\//u.test(issue.code) && issue.at.file.endsWith(".index.csv"));

/**
 * The files that a relocation changes: coded tables with their locators and, in sources.csv, the hashes of the texts,
 * second codings and their hashes in coders.csv, and the indexes. `null` if any cell cannot be updated, because then none
 * may be.
 */
export function relocatedFiles(
  { coded, second }: RawInput,
  { verifications, issues }: VerifiedDocuments,
): DiskFile[] | null {
  const changed = verifications.filter(isChanged);
  if (changed.some(({ relocation }) => relocation.blocked.length > 0) || issues.some(isUnreadable)) return null;
  const edits = changed.flatMap(({ sourceId, sha256, relocation }) => [
    ...relocationEdits(relocation),
    ...editRecordedHash(coded, sourceId, sha256),
  ]);
  const codings = second.map((folder) => ({ ...folder, files: folder.files.map((file) => rewritten(file, edits)) }));
  const sealed = sealAgain(
    coded.map((file) => rewritten(file, edits)),
    { before: second, after: codings },
  );
  const before = new Set(citingFiles({ coded, second }));
  return [
    ...citingFiles({ coded: sealed, second: codings }).filter((file) => !before.has(file)),
    ...changed
      .filter(({ isIndexCurrent }) => !isIndexCurrent)
      .map(({ now }) => ({ path: now.path, bytes: new TextEncoder().encode(writeIndex(now.entries)) })),
  ];
}
