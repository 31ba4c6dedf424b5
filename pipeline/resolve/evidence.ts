import { type Coverage, coverageOf, type PassedOverReason } from "#pipeline/core/coverage.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import { limits } from "#pipeline/core/limits.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import {
  checkIndex,
  evidenceIssue,
  expandEvidence,
  placeOfEntry,
  rangesOf,
  type SentenceIndex,
  textHashOf,
} from "#pipeline/core/sentence-index.ts";
import { mayHaveHad, type SentenceIndexes, type StagedTable } from "#pipeline/core/staged.ts";
import { checkPages } from "#pipeline/resolve/index-pages.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import type { SentenceIndexRow } from "#schemas/sentence-index.ts";

/** A row that names sentences: a statement, a cited work, an erratum, or a row of passed_over.csv. */
export interface Resting {
  /** Why the sentences are passed over; `null` for a row that cites them. */
  readonly passedOver: PassedOverReason | null;
  readonly sourceId: string;
  readonly evidence: string;
  readonly at: Place;
}

type Citing = Pick<Resting, "sourceId" | "evidence">;

/** Turns evidence cells into sentences. Many rows have the same cell, so each distinct cell is expanded once. */
export interface EvidenceReader {
  readonly expand: (citing: Citing) => ReturnType<typeof expandEvidence> | null;
  /** The rows of `evidence` for one entry, in the order of that table: each sentence once. */
  readonly rowsOf: (table: string, id: string, citing: readonly Citing[]) => PublishedRow<"evidence">[];
}

export function evidenceReader(indexes: SentenceIndexes): EvidenceReader {
  const known = new Map<string, ReturnType<typeof expandEvidence>>();
  const expand = ({ sourceId, evidence }: Citing) => {
    const index = indexes.get(sourceId);
    if (index === undefined) return null;
    const cell = `${sourceId}:${evidence}`;
    const expanded = known.get(cell) ?? expandEvidence(evidence, index);
    known.set(cell, expanded);
    return expanded;
  };
  return {
    expand,
    rowsOf: (table, id, citing) => {
      const sentences = new Map<string, { readonly sourceId: string; readonly entry: SentenceIndexRow }>();
      for (const { sourceId, evidence } of citing) {
        for (const entry of expand({ sourceId, evidence })?.entries ?? [])
          sentences.set(`${sourceId}:${entry.locator}`, { sourceId, entry });
      }
      return [...sentences.values()]
        .sort((a, b) => byCodeUnit(a.sourceId, b.sourceId) || byCodeUnit(a.entry.locator, b.entry.locator))
        .map(({ sourceId, entry }) => ({ table, record_id: id, ...positionOf(sourceId, entry) }));
    },
  };
}

/** The cells that say where a sentence stands, which `evidence` and `passed_over` have in common. */
export const positionOf = (sourceId: string, { locator, line, start, end, page, sha256 }: SentenceIndexRow) => ({
  source_id: sourceId,
  locator,
  line,
  start,
  end,
  page,
  sha256,
});

interface ToCheck {
  readonly resting: Iterable<Resting>;
  readonly reader: EvidenceReader;
  readonly indexes: SentenceIndexes;
  readonly sources: StagedTable<"sources">;
}

/**
 * Checks that every locator is in its source's index, and that every sentence of an index is cited or passed over. A draft
 * may have unread sentences.
 */
export function checkEvidence({ resting, reader, indexes, sources }: ToCheck): {
  coverage: Coverage[];
  issues: Issue[];
} {
  const owners = new Map(sources.rows.map(({ values }) => [values.source_id, values]));
  const issues: Issue[] = [...indexes.values()].flatMap((index) => [
    ...checkIndex(index),
    ...checkOwner(index, sources, owners),
    ...checkText(index, owners.get(index.sourceId)),
    ...checkPages(index, owners.get(index.sourceId)?.original_n_pages ?? null),
  ]);
  const readings = new Map([...indexes.keys()].map((sourceId) => [sourceId, newReading()]));
  for (const { passedOver, sourceId, evidence, at } of resting) {
    const reading = readings.get(sourceId);
    const expanded = reader.expand({ sourceId, evidence });
    if (reading === undefined || expanded === null) continue;
    for (const fault of expanded.faults) issues.push(evidenceIssue(fault, sourceId, at));
    if (expanded.entries.length > limits.sentences) {
      issues.push({ code: "resolve/too-many-sentences", at, size: expanded.entries.length });
      continue;
    }
    for (const { locator } of expanded.entries) {
      if (passedOver === null) {
        reading.cited.add(locator);
        continue;
      }
      reading.passedOver.set(locator, passedOver);
      reading.passedAt.push({ locator, at });
    }
  }
  // A source whose row has errors is read and coded all the same.
  const coverage = [...indexes.values()]
    .filter(({ sourceId }) => owners.has(sourceId) || sources.refusedIds.has(sourceId))
    .map((index) => coverageOf(index, readings.get(index.sourceId) ?? newReading()));
  return {
    coverage,
    issues: [
      ...issues,
      ...missingIndexes(indexes, sources),
      ...coverage
        .filter(({ sourceId }) => owners.get(sourceId)?.status === "published")
        .flatMap((covered) => unreadSentences(covered, indexes)),
      ...[...readings].flatMap(([sourceId, reading]) => citedAndPassedOver(sourceId, reading)),
    ],
  };
}

interface OpenReading {
  readonly cited: Set<string>;
  readonly passedOver: Map<string, PassedOverReason>;
  readonly passedAt: { readonly locator: string; readonly at: Place }[];
}

const newReading = (): OpenReading => ({ cited: new Set(), passedOver: new Map(), passedAt: [] });

function checkOwner(
  index: SentenceIndex,
  sources: StagedTable<"sources">,
  owners: ReadonlyMap<string, unknown>,
): Issue[] {
  if (owners.has(index.sourceId) || mayHaveHad(sources, index.sourceId)) return [];
  const at = { file: index.path, line: null, column: null };
  return [{ code: "resolve/orphan-index", at, sourceId: index.sourceId }];
}

/** An index must have been cut from the text that sources.csv records, because rows cite the sentences of that text. */
function checkText(index: SentenceIndex, source: { readonly sha256: string | null } | undefined): Issue[] {
  const { path, sourceId, entries } = index;
  const textSha256 = textHashOf(index);
  if (source === undefined || entries.length === 0 || source.sha256 === textSha256) return [];
  const other = entries.findIndex((entry) => entry.text_sha256 !== entries[0]?.text_sha256);
  const at = { file: path, line: index.lines[Math.max(0, other)] ?? null, column: "text_sha256" };
  return [{ code: "resolve/index-of-another-text", at, sourceId, textSha256 }];
}

const missingIndexes = (indexes: SentenceIndexes, sources: StagedTable<"sources">): Issue[] =>
  sources.rows.flatMap(({ line, values: { source_id: sourceId } }): Issue[] => {
    if (indexes.has(sourceId)) return [];
    return [{ code: "resolve/missing-index", at: { file: sources.path, line, column: "source_id" }, sourceId }];
  });

function unreadSentences({ sourceId, unread }: Coverage, indexes: SentenceIndexes): Issue[] {
  const index = indexes.get(sourceId);
  const [first] = unread;
  if (index === undefined || first === undefined) return [];
  const positions = unread.flatMap((locator) => index.at.get(locator) ?? []);
  const ranges = rangesOf(positions, index).map(({ locators }) => locators);
  const at = placeOfEntry(first, index);
  return [{ code: "resolve/unread-sentences", at, sourceId, sentences: unread.length, ranges }];
}

const citedAndPassedOver = (sourceId: string, { cited, passedAt }: OpenReading): Issue[] =>
  passedAt.flatMap(({ locator, at }): Issue[] =>
    cited.has(locator) ? [{ code: "resolve/cited-and-passed-over", at, sourceId, locator }] : [],
  );
