import { isWithin } from "#pipeline/core/locator.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { CellChange } from "#pipeline/publish/compare/diff-rows.ts";
import { keyOf, type PublishedRelease, rowsOf, type TextRow } from "#pipeline/publish/compare/published-release.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { type Corrections, correctionReasons, isFromColumn, type OpenCorrection } from "./corrections.ts";

/** Why a cell changed, or with `null` why a whole row is new. `null` if nobody recorded a reason. */
export type ReasonOf = (table: string, recordId: string, cell: CellChange | null) => string | null;

/** What people wrote down about changes: rows of decisions.csv and corrections.csv. */
export interface Judgements {
  readonly decisions: readonly CodedRow<"decisions">[];
  readonly corrections: Corrections;
}

interface Recorded {
  readonly decisions: readonly CodedRow<"decisions">[];
  /** The corrections that still have something to explain. */
  readonly corrections: readonly OpenCorrection[];
}

/**
 * The recorded reasons: corrections of the record, otherwise a decision about the cell's coded column, otherwise an
 * erratum that this release adds or changes, otherwise a correction of every record of the table. The record must cite
 * the sentence of the erratum, and the cell must contain its words before or after the change.
 */
export function findReasons(diff: ReleaseDiff, to: PublishedRelease, { decisions, corrections }: Recorded): ReasonOf {
  const { ofRecord, ofTable } = correctionReasons(corrections);
  const ofDecision = decisionReasons(decisions);
  const ofErratum = erratumReasons(diff, to);
  return (table, recordId, cell) => {
    const column = cell?.column ?? null;
    const ofCell = () =>
      cell === null ? null : (ofDecision(table, recordId, cell) ?? ofErratum(table, recordId, cell));
    return ofRecord(table, recordId, column) ?? ofCell() ?? ofTable(table, recordId, column);
  };
}

const decisionReasons = (decisions: Recorded["decisions"]) => (table: string, recordId: string, cell: CellChange) =>
  decisions.find(
    (row) => row.table === table && row.record_id === recordId && isFromColumn(table, cell.column, row.column),
  )?.reason ?? null;

function erratumReasons(diff: ReleaseDiff, to: PublishedRelease) {
  const errata = freshErrata(diff, to);
  const sentencesOf = errata.length === 0 ? () => [] : sentencesOfChanged(diff, to);
  return (table: string, recordId: string, cell: CellChange): string | null => {
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

const isAbout = ({ as_printed = "", corrected = "" }: TextRow<"errata">, { before, after }: CellChange) =>
  (as_printed !== "" && before.includes(as_printed)) || (corrected !== "" && after.includes(corrected));

const sharesSentence = ({ source_id, evidence = "" }: TextRow<"errata">, sentences: readonly Sentence[]) =>
  sentences.some((sentence) => sentence.source_id === source_id && isWithin(sentence.locator ?? "", evidence));
