import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Row } from "#pipeline/core/row.ts";
import { checkIndex, expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import { mayHaveHad, type StagedTable } from "#pipeline/core/staged.ts";

/** A row that rests on sentences: a statement, a cited work, an erratum, or a passed-over entry. */
export interface Resting {
  /** Published table, or `null` for a row that is not published. */
  readonly table: string | null;
  readonly id: string;
  readonly sourceId: string;
  readonly evidence: string;
  readonly at: Place;
}

/** How far a document was read. */
export interface Coverage {
  readonly sourceId: string;
  readonly sentences: number;
  readonly cited: number;
  readonly passedOver: number;
  readonly unread: readonly string[];
}

export interface EvidenceReport {
  readonly rows: readonly Row[];
  readonly coverage: readonly Coverage[];
  readonly issues: readonly Issue[];
}

/** Every locator must be in its source's index; every sentence of an index must be cited or passed over. */
export function resolveEvidence(
  resting: readonly Resting[],
  indexes: ReadonlyMap<string, SentenceIndex>,
  sources: StagedTable,
): EvidenceReport {
  const issues: Issue[] = [...indexes.values()].flatMap((index) => [
    ...checkIndex(index),
    ...checkOwner(index, sources),
  ]);
  const rows = new Map<string, Row>();
  const cited = new Map<string, Set<string>>();
  const passedOver = new Map<string, { locator: string; at: Place }[]>();
  for (const { table, id, sourceId, evidence, at } of resting) {
    const index = indexes.get(sourceId);
    if (index === undefined) continue;
    const { entries, faults } = expandEvidence(evidence, index);
    issues.push(
      ...faults.map(
        (fault): Issue =>
          fault.kind === "backwards"
            ? { code: "resolve/locator-backwards", at, from: fault.from, to: fault.to }
            : { code: "resolve/unknown-locator", at, locator: fault.locator, sourceId, last: fault.last },
      ),
    );
    for (const entry of entries) {
      if (table === null) {
        const passed = passedOver.get(sourceId) ?? [];
        passed.push({ locator: entry.locator, at });
        passedOver.set(sourceId, passed);
        continue;
      }
      cited.set(sourceId, (cited.get(sourceId) ?? new Set()).add(entry.locator));
      const { locator, line, start, end, sha256 } = entry;
      rows.set([table, id, sourceId, locator].join("\n"), {
        table,
        record_id: id,
        source_id: sourceId,
        locator,
        line,
        start,
        end,
        sha256,
      });
    }
  }
  const coverage = [...indexes.values()]
    .filter((index) => hasOwner(index, sources))
    .map((index) => coverageOf(index, cited.get(index.sourceId), passedOver.get(index.sourceId)));
  return {
    rows: [...rows.values()],
    coverage,
    issues: [...issues, ...missingIndexes(indexes, sources), ...readingIssues(indexes, coverage, cited, passedOver)],
  };
}

function coverageOf(
  index: SentenceIndex,
  cited: ReadonlySet<string> = new Set(),
  passedOver: readonly { locator: string }[] = [],
): Coverage {
  const passed = new Set(passedOver.map(({ locator }) => locator));
  return {
    sourceId: index.sourceId,
    sentences: index.entries.length,
    cited: cited.size,
    passedOver: [...passed].filter((locator) => !cited.has(locator)).length,
    unread: index.entries.flatMap(({ locator }) => (cited.has(locator) || passed.has(locator) ? [] : [locator])),
  };
}

const hasOwner = ({ sourceId }: SentenceIndex, { rows }: StagedTable) =>
  rows.some(({ values }) => values.source_id === sourceId);

const checkOwner = (index: SentenceIndex, sources: StagedTable): Issue[] => {
  if (hasOwner(index, sources) || mayHaveHad(sources, index.sourceId)) return [];
  const at = { file: index.path, line: null, column: null };
  return [{ code: "resolve/orphan-index", at, sourceId: index.sourceId }];
};

const missingIndexes = (indexes: ReadonlyMap<string, SentenceIndex>, sources: StagedTable): Issue[] =>
  sources.rows.flatMap(({ line, values }): Issue[] => {
    const sourceId = String(values.source_id);
    if (indexes.has(sourceId)) return [];
    return [{ code: "resolve/missing-index", at: { file: sources.path, line, column: "source_id" }, sourceId }];
  });

function readingIssues(
  indexes: ReadonlyMap<string, SentenceIndex>,
  coverage: readonly Coverage[],
  cited: ReadonlyMap<string, ReadonlySet<string>>,
  passedOver: ReadonlyMap<string, readonly { locator: string; at: Place }[]>,
): Issue[] {
  const unread = coverage.flatMap(({ sourceId, unread: locators }) =>
    locators.map((locator): Issue => {
      const index = indexes.get(sourceId);
      const position = index?.at.get(locator);
      const at = { file: index?.path ?? "", line: position === undefined ? null : position + 2, column: "locator" };
      return { code: "resolve/unread-sentence", at, sourceId, locator };
    }),
  );
  const both = [...passedOver].flatMap(([sourceId, entries]) =>
    entries.flatMap(({ locator, at }): Issue[] =>
      cited.get(sourceId)?.has(locator) ? [{ code: "resolve/cited-and-passed-over", at, sourceId, locator }] : [],
    ),
  );
  return [...unread, ...both];
}
