import type { Change } from "#pipeline/core/change.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { joinReasons, splitReasons, withoutMark } from "#pipeline/core/reason-parts.ts";
import { splitList } from "#pipeline/core/row.ts";
import type { StagedLine, StagedTable } from "#pipeline/core/staged.ts";
import { isAboutRecords } from "#pipeline/publish/compare/coded-cells.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { originsOf } from "#schemas/published/origins.ts";

type Correction = CodedRow<"corrections">;

/** The rows of corrections.csv, and where they are. */
export type Corrections = Pick<StagedTable<"corrections">, "path" | "rows">;

/** In corrections.csv: every record of the table that has no reason of its own. */
export const EVERY_RECORD = "*";

/** What is known of the releases before this one. */
export interface Past {
  /** All rows of changes.csv. */
  readonly changes: readonly Change[];
  /** The keys of the rows of corrections.csv from which the last release was made. */
  readonly correctionKeys: ReadonlySet<string>;
}

/** A row of corrections.csv as the manifest of a release names it. */
export const correctionKey = ({ table, record_id, column, reason }: Correction) =>
  sha256Hex([table, record_id, column ?? "", reason].join("\n")).slice(0, 16);

/** A row of corrections.csv with those of its records for which no release has published its reason. */
export interface OpenCorrection {
  readonly line: number;
  readonly values: Correction;
  readonly ids: readonly string[];
}

/**
 * The corrections that still have something to explain. A reason that a release has published for a record is spent, and
 * so is a row from which the last release was made: it has had its turn.
 */
export function openCorrections({ rows }: Corrections, { changes, correctionKeys }: Past): OpenCorrection[] {
  const isSpent = isPublishedIn(changes);
  return rows
    .filter(({ values }) => !correctionKeys.has(correctionKey(values)))
    .map(({ line, values }: StagedLine<Correction>) => ({
      line,
      values,
      ids: splitList(values.record_id).filter((id) => !isSpent(values, id)),
    }));
}

/** Whether these changes give a correction's reason for one of its records, alone or beside other reasons. */
function isPublishedIn(changes: readonly Change[]): (correction: Correction, id: string) => boolean {
  const found = new Set<string>();
  for (const { table, record_id, reason } of changes) {
    for (const part of splitReasons(withoutMark(reason))) {
      found.add(`${table}/${record_id}/${part}`);
      found.add(`${table}/${EVERY_RECORD}/${part}`);
      found.add(`${wholeOf(table, record_id ?? "").join("/")}/${part}`);
    }
  }
  return ({ table, reason }, id) => splitReasons(reason).every((part) => found.has(`${table}/${id}/${part}`));
}

/** Why a cell changed, or with `null` why a whole row is new. */
type CorrectionReason = (table: string, recordId: string, column: string | null) => string | null;

/**
 * The record that a row is a part of, and its table: a side of a disagreement, and a row about a record, have no id by
 * which a correction names them.
 */
export function wholeOf(table: string, recordId: string): [table: string, recordId: string] {
  const [first = "", second] = recordId.split("/");
  if (table === "disagreement_sides") return ["disagreements", second === undefined ? "" : first];
  return isAboutRecords(table) && second !== undefined ? [first, second] : [table, recordId];
}

/**
 * The reasons that corrections give for a changed cell: those for its coded column and those for the whole record, or the
 * disagreement whose side it is. A cell that belongs to another, as the words of a date belong to the date, has the
 * reason of that other if it has none of its own. A cell that no source states, such as a count, changes with the others of its record, for whatever reason these have, and
 * so does a new row.
 */
export function correctionReasons(open: readonly OpenCorrection[]): {
  readonly ofRecord: CorrectionReason;
  /** The reason for every record of the table. */
  readonly ofTable: CorrectionReason;
} {
  const byRecord = new Map<string, Correction[]>();
  for (const { values, ids } of open) {
    for (const id of ids) {
      const own = byRecord.get(`${values.table}/${id}`);
      if (own === undefined) byRecord.set(`${values.table}/${id}`, [values]);
      else own.push(values);
    }
  }
  const reasonsFor = (table: string, id: string, column: string | null) => {
    const whole = wholeOf(table, id);
    const ofWhole = whole[0] === table ? [] : (byRecord.get(whole.join("/")) ?? []);
    const found = [...(byRecord.get(`${table}/${id}`) ?? []), ...ofWhole].filter((row) => concerns(row, table, column));
    const own = found.filter((row) => !isByFollowing(row, table, column));
    return joinReasons((own.some((row) => row.column !== null) ? own : found).map(({ reason }) => reason));
  };
  return {
    ofRecord: reasonsFor,
    ofTable: (table, _, column) => reasonsFor(table, EVERY_RECORD, column),
  };
}

function concerns(row: Correction, table: string, column: string | null): boolean {
  if (row.column === null || column === null) return true;
  return isFromColumn(table, column, row.column) || !originsOf(table).has(column);
}

/** Whether a correction concerns a cell only because that belongs to the column that was corrected. */
function isByFollowing(row: Correction, table: string, column: string | null): boolean {
  const origin = originsOf(table).get(column ?? "");
  return row.column !== null && row.column !== column && origin?.name !== row.column && origin?.follows === row.column;
}

/** `date_earliest` comes from the coded column `date`; `date_text` belongs to it. */
export function isFromColumn(table: string, published: string, coded: string): boolean {
  const origin = originsOf(table).get(published);
  return published === coded || origin?.name === coded || origin?.follows === coded;
}

/** One record, or `*`, of a row of corrections.csv. */
export const liftKey = (line: number, id: string) => `${line}/${id}`;

interface Explained {
  readonly changes: readonly Change[];
  /** The corrections that lifted a guard, as `liftKey` names them. */
  readonly lifting: ReadonlySet<string>;
}

/**
 * Reports corrections that explain nothing: their reason is neither among these changes nor among earlier ones, and
 * they lift no guard.
 */
export function checkCorrections(
  path: string,
  open: readonly OpenCorrection[],
  { changes, lifting }: Explained,
): Issue[] {
  if (open.length === 0) return [];
  const isPublished = isPublishedIn(changes);
  return open.flatMap(({ line, values, ids }): Issue[] => {
    const idle = ids.filter((id) => !isPublished(values, id) && !lifting.has(liftKey(line, id)));
    if (idle.length === 0) return [];
    const { table, column } = values;
    return [
      { code: "publish/idle-correction", at: { file: path, line, column: "record_id" }, table, ids: idle, column },
    ];
  });
}
