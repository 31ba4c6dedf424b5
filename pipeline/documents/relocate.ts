import { parseEvidence } from "#pipeline/core/locator.ts";
import { evidenceOf, expandEvidence, type SentenceIndex } from "#pipeline/core/sentence-index.ts";
import type { Citation } from "#pipeline/documents/citations.ts";
import type { Edit } from "#pipeline/documents/rewrite-cells.ts";

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

/** A row of a sealed coding that goes, because every sentence that it cites is gone. */
export interface RemovedRow {
  readonly citation: Citation;
  readonly gone: readonly string[];
}

export interface Relocation {
  readonly rewrites: readonly CellRewrite[];
  readonly blocked: readonly BlockedCell[];
  readonly removed: readonly RemovedRow[];
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
 *
 * A coder has to code the rows that cite a sentence which is gone again. Nobody may do that to a sealed coding, so its
 * cells lose the sentence, and a row that cites nothing else goes.
 */
export function planRelocation(citations: readonly Citation[], { before, now, places }: Versions): Relocation {
  const rewrites: CellRewrite[] = [];
  const blocked: BlockedCell[] = [];
  const removed: RemovedRow[] = [];
  for (const citation of citations) {
    const { entries, faults } = expandEvidence(citation.evidence, before);
    const gone = entries.map(({ locator }) => locator).filter((locator) => !places.has(before.at.get(locator) ?? -1));
    const faulty = faults.map((fault) => (fault.kind === "unknown" ? fault.locator : `${fault.from}-${fault.to}`));
    const isBlocked = faulty.length > 0 || (gone.length > 0 && citation.seal !== "kept");
    if (isBlocked) {
      blocked.push({ citation, gone, faulty });
      continue;
    }
    const after = relocated(citation.evidence, { before, now, places });
    if (after === "") removed.push({ citation, gone });
    else if (after !== citation.evidence) rewrites.push({ citation, after });
  }
  return { rewrites, blocked, removed };
}

/**
 * Each part of the cell keeps its place, without the sentences that are gone. A range whose sentences are no longer
 * consecutive becomes several ranges.
 */
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
  return after.join("; ") === evidence ? evidence : [...new Set(after)].filter((part) => part !== "").join("; ");
}

/** The edits of files that carry out a relocation. */
export const relocationEdits = ({ rewrites, removed }: Pick<Relocation, "rewrites" | "removed">): Edit[] => [
  ...rewrites.map(({ citation: { at, cell }, after }) => ({ file: at.file, cell, after })),
  ...removed.map(({ citation: { at, row } }) => ({ file: at.file, row })),
];
