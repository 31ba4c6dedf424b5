import { compareLocators, parseEvidence } from "#pipeline/core/locator.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { ReleaseDiff } from "./diff.ts";
import type { CellChange } from "./diff-rows.ts";
import type { PublishedRelease, PublishedRow } from "./published-release.ts";

/** Why a cell changed, or `null` where nobody wrote it down. */
export type ReasonOf = (table: string, recordId: string, cell: CellChange) => string | null;

/**
 * The reasons that people wrote down: a decision on the cell's coded column, else an erratum that this release adds
 * or changes, whose sentence the record rests on and whose words the cell had or has now.
 */
export function findReasons(diff: ReleaseDiff, to: PublishedRelease, decisions: readonly Row[]): ReasonOf {
  const errata = to.tables.get("errata")?.rows ?? new Map<string, PublishedRow>();
  const isFresh = new Set(diff.rows.filter(({ table }) => table === "errata").map(({ recordId }) => recordId));
  const freshErrata = [...errata].flatMap(([id, erratum]) => (isFresh.has(id) ? [erratum] : []));
  return (table, recordId, cell) => {
    const decision = decisions.find(
      (row) => row.table === table && row.record_id === recordId && isFromColumn(cell.column, String(row.column)),
    );
    if (typeof decision?.reason === "string") return decision.reason;
    const sentences = sentencesOf(to, table, recordId);
    return freshErrata.find((erratum) => isAbout(erratum, cell) && sharesSentence(erratum, sentences))?.reason ?? null;
  };
}

/** `date_earliest` and `date_prec` come from the coded column `date`. */
const isFromColumn = (published: string, coded: string) => published === coded || published.startsWith(`${coded}_`);

const isAbout = ({ as_printed = "", corrected = "" }: PublishedRow, { before, after }: CellChange) =>
  (as_printed !== "" && before.includes(as_printed)) || (corrected !== "" && after.includes(corrected));

const sentencesOf = (to: PublishedRelease, table: string, recordId: string): PublishedRow[] =>
  [...(to.tables.get("evidence")?.rows.values() ?? [])].filter(
    (row) => row.table === table && row.record_id === recordId,
  );

const sharesSentence = ({ source_id, evidence = "" }: PublishedRow, sentences: readonly PublishedRow[]) =>
  sentences.some(
    (sentence) =>
      sentence.source_id === source_id &&
      parseEvidence(evidence).some(({ from, to }) => isWithin(sentence.locator ?? "", from, to)),
  );

const isWithin = (locator: string, from: string, to: string) =>
  compareLocators(from, locator) <= 0 && compareLocators(locator, to) <= 0;
