import type { Agreement, Claim, ClaimStatus, ColumnResolution, Statement } from "#pipeline/core/resolution.ts";
import { type Cell, type Cells, joinList, publishedValue, type Row } from "#pipeline/core/row.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { applyRule, type Ruling, type StatedCell } from "#pipeline/resolve/rules.ts";
import type { Column } from "#schemas/column.ts";
import { amountNames } from "#schemas/published/derived-columns.ts";

interface CellOfStatement extends StatedCell {
  readonly statement: Statement;
  /** Position of the statement among those of the record. */
  readonly position: number;
}

interface ColumnContext {
  readonly independence: Independence;
  /** Whether one of the statements' sources retells another one. */
  readonly hasRetelling: boolean;
  /** The source that a decision prefers, or `null`. */
  readonly decidedFor: string | null;
  /** For a column that follows another: the statement that gave the value of that other column. */
  readonly leader: Statement | null;
  /** The stem of the ids of each statement's claims. */
  readonly stems: readonly string[];
}

/** A resolved column, with the value that other columns are derived from, such as a date with its bounds. */
export interface ResolvedColumn extends ColumnResolution {
  readonly value: Cell;
}

/** The statements' cells in one column → the published value, and the status of each cell. `statements` are in order of preference. */
export function resolveColumn(
  column: Column,
  statements: readonly Statement[],
  { independence, hasRetelling, decidedFor, leader, stems }: ColumnContext,
): ResolvedColumn | null {
  const filled = filledCells(column, statements, independence);
  if (filled.length === 0) return null;
  const cells = ordered(
    hasRetelling ? withoutRetellings(column, filled, { statements, independence }) : filled,
    leader,
  );
  const own = column.rule ?? "preferred";
  const plain = applyRule(own, cells);
  const weighed =
    decidedFor === null ? cells : cells.map((cell) => ({ ...cell, counts: cell.statement.sourceId === decidedFor }));
  const isDecided = decidedFor !== null && weighed.some(({ counts }) => counts);
  const ruling = isDecided ? applyRule(own, weighed) : plain;
  const rule = isDecided ? "decision" : own;
  const isCompared = column.isAboutSource !== true && column.follows === undefined;
  return {
    column,
    rule,
    agreement: isCompared ? agreementOf(plain, cells) : "single",
    claims: (isDecided ? weighed : cells).map(({ statement, position, text, counts }, at): Claim => {
      const { table, recordId, sourceId, evidence, values } = statement;
      const row = {
        claim_id: `${stems[position]}-${column.name}`,
        table,
        record_id: recordId,
        column: column.name,
        value: text,
        source_id: sourceId,
        evidence,
        certainty: values.certainty,
        attributed_to: values.attributed_to,
        status: statusOf(ruling.fits[at] ?? "against", isDecided),
        rule,
      };
      return { statement, counts, row };
    }),
    ...published(column, ruling.value),
  };
}

/** The cells that the statements fill in a column. */
function filledCells(
  { name }: Column,
  statements: readonly Statement[],
  { familyOf }: Independence,
): CellOfStatement[] {
  const filled: CellOfStatement[] = [];
  statements.forEach((statement, position) => {
    const values: Cells = statement.values;
    const value = values[name] ?? null;
    if (value === null || typeof value === "number" || typeof value === "boolean") return;
    const text = typeof value === "string" ? value : String(publishedValue(value));
    filled.push({ statement, position, value, text, family: familyOf(statement.sourceId), counts: true });
  });
  return filled;
}

/**
 * A cell counts unless its source retells another one that fills the column too. In columns about how a source says
 * something, a retelling does not count if the other source has any statement about the record.
 */
function withoutRetellings(
  { isAboutSource }: Column,
  filled: readonly CellOfStatement[],
  { statements, independence: { isDerivedFrom } }: { statements: readonly Statement[]; independence: Independence },
): CellOfStatement[] {
  const speaking = isAboutSource === true ? statements : filled.map(({ statement }) => statement);
  const speakers = [...new Set(speaking.map(({ sourceId }) => sourceId))];
  return filled.map((cell) => {
    const { sourceId } = cell.statement;
    const retells = speakers.some(
      (other) => other !== sourceId && isDerivedFrom(sourceId, other) && !isDerivedFrom(other, sourceId),
    );
    return retells ? { ...cell, counts: false } : cell;
  });
}

/** Puts the leader's cell first, if a column follows another: its words belong to the accepted date. */
function ordered(cells: readonly CellOfStatement[], leader: Statement | null): readonly CellOfStatement[] {
  if (leader === null) return cells;
  const isLeader = ({ statement }: CellOfStatement) => statement === leader;
  return [...cells.filter(isLeader), ...cells.filter((cell) => !isLeader(cell))];
}

function statusOf(fit: Ruling["fits"][number], isDecided: boolean): ClaimStatus {
  if (fit !== "against") return fit;
  return isDecided ? "overruled" : "outvoted";
}

function agreementOf({ conflicts, differs }: Ruling, cells: readonly StatedCell[]): Agreement {
  if (conflicts) return "conflicting";
  if (differs) return "compatible";
  return new Set(cells.map(({ family }) => family)).size > 1 ? "corroborated" : "single";
}

/** The published cells: three for an amount, one for any other value. */
function published({ name }: Column, value: Ruling["value"]): { readonly value: Cell; readonly published: Row } {
  if (value === null || typeof value === "string") return { value, published: { [name]: value } };
  if ("edtf" in value) return { value, published: { [name]: value.edtf } };
  const names = amountNames(name);
  return {
    value: null,
    published: { [names.low]: value.low, [names.best]: value.best, [names.high]: value.high },
  };
}

/** From worst to best: the agreement of a record is that of its most disputed column. */
const GRAVITY: readonly Agreement[] = ["conflicting", "compatible"];

export function recordAgreement(columns: readonly ColumnResolution[], nIndependentSources: number): Agreement {
  const gravest = GRAVITY.find((agreement) => columns.some((column) => column.agreement === agreement));
  return gravest ?? (nIndependentSources > 1 ? "corroborated" : "single");
}

export const conflictingColumns = (columns: readonly ColumnResolution[]) =>
  joinList(columns.filter(({ agreement }) => agreement === "conflicting").map(({ column }) => column.name));

/** The statement whose cell gave the value, for the columns that follow this one. */
export const leaderOf = (resolution: ColumnResolution | null): Statement | null =>
  resolution?.claims.find(({ row, counts }) => row.status === "accepted" && counts)?.statement ?? null;
