import type { Agreement, ClaimStatus, ColumnResolution, Statement } from "#pipeline/core/record.ts";
import { joinList, type Value } from "#pipeline/core/row.ts";
import type { Independence } from "#pipeline/resolve/independence.ts";
import { applyRule, type Cell, type Ruling } from "#pipeline/resolve/rules.ts";
import { statementId } from "#pipeline/resolve/statement-id.ts";
import type { NamedColumn } from "#schemas/column.ts";

interface StatedCell extends Cell {
  readonly statement: Statement;
}

/**
 * The statements' cells in one column → what is published, and what became of each cell.
 * `statements` come in the order of preference; `decidedFor` is the source that a coder's decision prefers.
 */
export function resolveColumn(
  column: NamedColumn,
  statements: readonly Statement[],
  {
    independence,
    decidedFor,
    leader,
  }: { independence: Independence; decidedFor: string | null; leader: Statement | null },
): ColumnResolution | null {
  const cells = ordered(statedCells(column, statements, independence), leader);
  if (cells.length === 0) return null;
  const rule = column.rule ?? "preferred";
  const plain = applyRule(rule, cells);
  const weighed =
    decidedFor === null ? cells : cells.map((cell) => ({ ...cell, isHeard: cell.statement.sourceId === decidedFor }));
  const isDecided = decidedFor !== null && weighed.some(({ isHeard }) => isHeard);
  const ruling = isDecided ? applyRule(rule, weighed) : plain;
  const isCompared = column.isAboutSource !== true && column.follows === undefined;
  return {
    column,
    rule: isDecided ? "decision" : rule,
    agreement: isCompared ? agreementOf(plain, cells) : "single",
    claims: (isDecided ? weighed : cells).map(({ statement, value, isHeard }, at) => ({
      claimId: `${statementId(statement)}-${column.name}`,
      statement,
      value,
      isHeard,
      status: statusOf(ruling.fits[at] ?? "against", isDecided),
    })),
    published: publishedValues(column, ruling.value),
  };
}

/**
 * A cell is heard unless its source retells another one that fills the column too. How a source says it goes with
 * what it says: there, a retelling is not heard wherever the other speaks of the record at all.
 */
function statedCells(
  { name, isAboutSource }: NamedColumn,
  statements: readonly Statement[],
  { familyOf, isDerivedFrom }: Independence,
): StatedCell[] {
  const filled = statements.flatMap((statement) => {
    const value = statement.values[name];
    return typeof value === "string" ? [{ statement, value, family: familyOf(statement.sourceId) }] : [];
  });
  const speaking = isAboutSource === true ? statements : filled.map(({ statement }) => statement);
  const speakers = new Set(speaking.map(({ sourceId }) => sourceId));
  return filled.map((cell) => {
    const { sourceId } = cell.statement;
    const retells = [...speakers].some(
      (other) => other !== sourceId && isDerivedFrom(sourceId, other) && !isDerivedFrom(other, sourceId),
    );
    return { ...cell, isHeard: !retells };
  });
}

/** The leader's cell first, where a column follows another: its words belong to the date that was accepted. */
function ordered(cells: readonly StatedCell[], leader: Statement | null): readonly StatedCell[] {
  if (leader === null) return cells;
  const isLeader = ({ statement }: StatedCell) => statement === leader;
  return [...cells.filter(isLeader), ...cells.filter((cell) => !isLeader(cell))];
}

function statusOf(fit: Ruling["fits"][number], isDecided: boolean): ClaimStatus {
  if (fit !== "against") return fit;
  return isDecided ? "overruled" : "outvoted";
}

function agreementOf({ conflicts, differs }: Ruling, cells: readonly Cell[]): Agreement {
  if (conflicts) return "conflicting";
  if (differs) return "compatible";
  return new Set(cells.map(({ family }) => family)).size > 1 ? "corroborated" : "single";
}

function publishedValues({ name }: NamedColumn, value: Ruling["value"]): Readonly<Record<string, Value>> {
  if (typeof value !== "object" || value === null) return { [name]: value };
  return { [`${name}_low`]: value.low, [`${name}_best`]: value.best, [`${name}_high`]: value.high };
}

/** Worst first: what holds of a record is what holds of its most disputed column. */
const GRAVITY: readonly Agreement[] = ["conflicting", "compatible"];

export function recordAgreement(columns: readonly ColumnResolution[], nIndependentSources: number): Agreement {
  const gravest = GRAVITY.find((agreement) => columns.some((column) => column.agreement === agreement));
  return gravest ?? (nIndependentSources > 1 ? "corroborated" : "single");
}

export const conflictingColumns = (columns: readonly ColumnResolution[]) =>
  joinList(columns.filter(({ agreement }) => agreement === "conflicting").map(({ column }) => column.name));

/** The statement whose cell gave the value, for the columns that follow. */
export const leaderOf = (resolution: ColumnResolution | undefined): Statement | null =>
  resolution?.claims.find(({ status, isHeard }) => status === "accepted" && isHeard)?.statement ?? null;
