import { sha256Hex } from "#pipeline/core/hash.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { extract } from "#pipeline/extract/extract.ts";
import { type ResolveOutput, resolve } from "#pipeline/resolve/resolve.ts";
import { type Staged, stage } from "#pipeline/stage/stage.ts";
import { codedTables } from "#schemas/tables.ts";

/** What the first three steps made of raw/: typed rows, records, and every issue in file order. */
export interface Outcome {
  readonly staged: Staged;
  readonly resolved: ResolveOutput;
  readonly issues: readonly Issue[];
}

/** raw/ → cells → typed statements → records. Pure: the files come in, nothing goes out. */
export function resolveRaw(raw: RawInput): Outcome {
  const extracted = extract(raw);
  const staged = stage(extracted);
  const resolved = resolve(staged);
  const earlier = [...extracted.issues, ...staged.issues];
  // What was refused leaves gaps; a warning about a gap would be noise.
  const later = [...resolved.issues, ...checkTexts(raw, staged)].filter(
    (issue) => !hasErrors(earlier) || !isWarning(issue),
  );
  return { staged, resolved, issues: [...earlier, ...later].sort(inFileOrder) };
}

/** A text that is at hand must be the one that was coded; one that is not at hand is no mistake. */
function checkTexts({ texts }: RawInput, { tables, indexes }: Staged): Issue[] {
  const hashes = new Map((tables.get("sources")?.rows ?? []).map(({ values }) => [values.source_id, values.sha256]));
  return texts.flatMap((file): Issue[] => {
    const sourceId = fileStem(file.path);
    const recorded = hashes.get(sourceId);
    if (recorded === undefined || recorded === sha256Hex(file.bytes) || hasSameSentences(file, indexes.get(sourceId)))
      return [];
    return [{ code: "resolve/text-mismatch", at: { file: file.path, line: null, column: null }, sourceId }];
  });
}

/** Other line ends or another Unicode form make other bytes, and the same sentences. */
function hasSameSentences(file: DiskFile, index: SentenceIndex | undefined): boolean {
  const { text } = readText(file);
  return text !== null && JSON.stringify(buildIndex(text)) === JSON.stringify(index?.entries);
}

function inFileOrder(a: Issue, b: Issue): number {
  return (
    byCodeUnit(a.at.file, b.at.file) || (a.at.line ?? 0) - (b.at.line ?? 0) || columnPosition(a) - columnPosition(b)
  );
}

function columnPosition({ at: { file, column } }: Issue): number {
  const table = Object.entries(codedTables).find(([name]) => name === fileStem(file))?.[1];
  return Object.keys(table?.row.shape ?? {}).indexOf(column ?? "");
}
