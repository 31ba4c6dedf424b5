import type { Coverage } from "#pipeline/core/coverage.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import type { SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { SentenceIndexes, StagedTable } from "#pipeline/core/staged.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import type { RecordedSources } from "#pipeline/documents/recorded-sources.ts";
import { formatUnknownSource } from "#pipeline/documents/wanted-texts.ts";

interface Indexed {
  readonly register: RecordedSources;
  readonly indexes: SentenceIndexes;
  readonly coverage: readonly Coverage[];
  /** Where texts are looked for. */
  readonly folders: readonly string[];
}

/** What is wrong with the rows of the sources asked for, so that they could not be read. */
export function faultsOfSources(
  asked: readonly string[],
  { path, refused }: StagedTable<"sources">,
  issues: readonly Issue[],
): Issue[] {
  const lines = new Set(
    refused.filter(({ values }) => asked.some((id) => id === values.source_id)).map(({ line }) => line),
  );
  return issues.filter(({ at: { file, line } }) => file === path && line !== null && lines.has(line));
}

/** The index of a source and its coverage. Throws a UsageError that says why there is none. */
export function indexedSource(id: string, indexed: Indexed): { coverage: Coverage; index: SentenceIndex } {
  const coverage = indexed.coverage.find(({ sourceId }) => sourceId === id);
  const index = indexed.indexes.get(id);
  if (coverage === undefined || index === undefined) throw new UsageError(formatFault(id, indexed));
  return { coverage, index };
}

/**
 * The coverage of the sources asked for, or of all that have an index. Throws a UsageError that says of each source
 * without coverage why it has none.
 */
export function indexedSources(asked: readonly string[], indexed: Indexed): readonly Coverage[] {
  const { coverage } = indexed;
  const covered = new Set(coverage.map(({ sourceId }) => sourceId));
  const missing = asked.filter((id) => !covered.has(id));
  if (missing.length > 0) throw new UsageError(missing.map((id) => formatFault(id, indexed)).join(" "));
  return coverage.filter(({ sourceId }) => asked.length === 0 || asked.includes(sourceId));
}

function formatFault(id: string, { register, folders }: Indexed): string {
  if (!register.ids.has(id)) return formatUnknownSource(id, [...register.ids], register);
  return `${id} has no sentence index. Put ${id}.txt in ${folders.join(" or ")}, and run documents index ${id}.`;
}
