import { compareLocators, parseEvidence } from "#pipeline/core/locator.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { CellChange } from "#pipeline/publish/compare/diff-rows.ts";
import { keyOf, type PublishedRelease, rowsOf, type TextRow } from "#pipeline/publish/compare/published-release.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

/** Why a cell changed, or `null` if nobody recorded a reason. */
export type ReasonOf = (table: string, recordId: string, cell: CellChange) => string | null;

/** A row of decisions.csv. */
export type Decision = CodedRow<"decisions">;

/**
 * The recorded reasons: a decision about the cell's coded column, otherwise an erratum that this release adds or changes.
 * The record must cite the sentence of the erratum, and the cell must contain its words before or after the change.
 */
export function findReasons(diff: ReleaseDiff, to: PublishedRelease, decisions: readonly Decision[]): ReasonOf {
  const errata = freshErrata(diff, to);
  const sentencesOf = errata.length === 0 ? () => [] : sentencesOfChanged(diff, to);
  return (table, recordId, cell) => {
    const decision = decisions.find(
      (row) => row.table === table && row.record_id === recordId && isFromColumn(cell.column, row.column),
    );
    if (decision !== undefined) return decision.reason;
    const sentences = sentencesOf(table, recordId);
    return errata.find((erratum) => isAbout(erratum, cell) && sharesSentence(erratum, sentences))?.reason ?? null;
  };
}

/** The errata that the newer release adds or changes. */
function freshErrata(diff: ReleaseDiff, to: PublishedRelease): TextRow<"errata">[] {
  const errata = to.tables.get("errata");
  const fresh = new Set(diff.rows.filter(({ table }) => table === "errata").map(({ recordId }) => recordId));
  if (errata === undefined || fresh.size === 0) return [];
  return [...rowsOf(errata)].filter((row) => fresh.has(keyOf(row, errata.key)));
}

type Sentence = TextRow<"evidence">;

/** The sentences of the changed records, found in one pass through `evidence`. */
function sentencesOfChanged(diff: ReleaseDiff, to: PublishedRelease) {
  const found = new Map(
    diff.rows
      .filter(({ change }) => change === "changed")
      .map(({ table, recordId }): [string, Sentence[]] => [`${table}/${recordId}`, []]),
  );
  const evidence = to.tables.get("evidence");
  for (const row of evidence === undefined ? [] : rowsOf(evidence)) {
    const sentence: Sentence = row;
    found.get(`${sentence.table}/${sentence.record_id}`)?.push(sentence);
  }
  return (table: string, recordId: string): readonly Sentence[] => found.get(`${table}/${recordId}`) ?? [];
}

/** `date_earliest` and `date_prec` come from the coded column `date`. */
const isFromColumn = (published: string, coded: string) => published === coded || published.startsWith(`${coded}_`);

const isAbout = ({ as_printed = "", corrected = "" }: TextRow<"errata">, { before, after }: CellChange) =>
  (as_printed !== "" && before.includes(as_printed)) || (corrected !== "" && after.includes(corrected));

const sharesSentence = ({ source_id, evidence = "" }: TextRow<"errata">, sentences: readonly Sentence[]) =>
  sentences.some(
    (sentence) =>
      sentence.source_id === source_id &&
      parseEvidence(evidence).some(({ from, to }) => isWithin(sentence.locator ?? "", from, to)),
  );

const isWithin = (locator: string, from: string, to: string) =>
  compareLocators(from, locator) <= 0 && compareLocators(locator, to) <= 0;
