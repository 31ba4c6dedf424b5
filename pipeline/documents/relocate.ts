import { parseEvidence } from "#pipeline/core/locator.ts";
import { evidenceOf, expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import type { CellEdit } from "#pipeline/documents/rewrite-cells.ts";

/** A cell whose locators change because its sentences moved. */
export interface CellRewrite {
  readonly citation: Citation;
  readonly after: string;
}

/** A cell that cannot be updated, because sentences that it cites are gone or never existed. */
export interface BlockedCell {
  readonly citation: Citation;
  readonly gone: readonly string[];
  /** Locators that the index never had, or a range that runs backwards. */
  readonly faulty: readonly string[];
}

export interface Relocation {
  readonly rewrites: readonly CellRewrite[];
  readonly blocked: readonly BlockedCell[];
}

/** The two versions of an index, and where each sentence before is now: several sentences if it was split. */
interface Versions {
  readonly before: SentenceIndex;
  readonly now: SentenceIndex;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/**
 * The new content of each cell that cites the source, so that it cites exactly the same words as before. A sentence that
 * was split becomes the range of its parts. Sentences that were joined become the one that holds them all, whether a cell
 * cites all of them or only some: no locator is finer than a sentence.
 */
export function planRelocation(citations: readonly Citation[], { before, now, places }: Versions): Relocation {
  const rewrites: CellRewrite[] = [];
  const blocked: BlockedCell[] = [];
  for (const citation of citations) {
    const { entries, faults } = expandEvidence(citation.evidence, before);
    const gone = entries.map(({ locator }) => locator).filter((locator) => !places.has(before.at.get(locator) ?? -1));
    const faulty = faults.map((fault) => (fault.kind === "unknown" ? fault.locator : `${fault.from}-${fault.to}`));
    if (gone.length + faulty.length > 0) {
      blocked.push({ citation, gone, faulty });
      continue;
    }
    const after = relocated(citation.evidence, { before, now, places });
    if (after !== citation.evidence) rewrites.push({ citation, after });
  }
  return { rewrites, blocked };
}

/** Each part of the cell keeps its place. A range whose sentences are no longer consecutive becomes several ranges. */
function relocated(evidence: string, { before, now, places }: Versions): string {
  const parts = evidence.split("; ");
  const isKept = (position: number) => {
    const [place, ...others] = places.get(position) ?? [];
    return others.length === 0 && now.entries[place ?? -1]?.locator === before.entries[position]?.locator;
  };
  const after = parseEvidence(evidence).map(({ from, to }, position) => {
    const [first = 0, last = -1] = [before.at.get(from), before.at.get(to)];
    const cited = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    const moved = cited.flatMap((at) => places.get(at) ?? []);
    const isWhole = Math.max(...moved) - Math.min(...moved) === last - first;
    return cited.every(isKept) && isWhole ? parts[position] : evidenceOf(moved, now);
  });
  return after.join("; ") === evidence ? evidence : [...new Set(after)].join("; ");
}

/** The edits of a file's cells that carry out a relocation. */
export const cellEdits = (rewrites: readonly CellRewrite[]): CellEdit[] =>
  rewrites.map(({ citation: { at, cell }, after }) => ({ file: at.file, cell, after }));
