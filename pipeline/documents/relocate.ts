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

/** The new content of each cell that cites the source, so that it cites exactly the same sentences as before. */
export function planRelocation(
  citations: readonly Citation[],
  { before, now, pairs }: { before: SentenceIndex; now: SentenceIndex; pairs: ReadonlyMap<number, number> },
): Relocation {
  const rewrites: CellRewrite[] = [];
  const blocked: BlockedCell[] = [];
  for (const citation of citations) {
    const { entries, faults } = expandEvidence(citation.evidence, before);
    const gone = entries.map(({ locator }) => locator).filter((locator) => !pairs.has(before.at.get(locator) ?? -1));
    const faulty = faults.map((fault) => (fault.kind === "unknown" ? fault.locator : `${fault.from}-${fault.to}`));
    if (gone.length + faulty.length > 0) {
      blocked.push({ citation, gone, faulty });
      continue;
    }
    const after = relocated(citation.evidence, { before, now, pairs });
    if (after !== citation.evidence) rewrites.push({ citation, after });
  }
  return { rewrites, blocked };
}

/** Each part of the cell keeps its place. A range whose sentences are no longer consecutive becomes several ranges. */
function relocated(
  evidence: string,
  { before, now, pairs }: { before: SentenceIndex; now: SentenceIndex; pairs: ReadonlyMap<number, number> },
): string {
  const parts = evidence.split("; ");
  return parseEvidence(evidence)
    .map(({ from, to }, position) => {
      const [first = 0, last = -1] = [before.at.get(from), before.at.get(to)];
      const moved = Array.from({ length: last - first + 1 }, (_, step) => pairs.get(first + step) ?? -1);
      const isInPlace = moved.every(
        (place, step) => now.entries[place]?.locator === before.entries[first + step]?.locator,
      );
      const isWhole = Math.max(...moved) - Math.min(...moved) === last - first;
      return isInPlace && isWhole ? parts[position] : evidenceOf(moved, now);
    })
    .join("; ");
}

/** The edits of a file's cells that carry out a relocation. */
export const cellEdits = (rewrites: readonly CellRewrite[]): CellEdit[] =>
  rewrites.map(({ citation: { at, cell }, after }) => ({ file: at.file, cell, after }));
