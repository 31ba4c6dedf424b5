import type { Agreement, Claim, ClaimStatus, ColumnResolution, Statement } from "#pipeline/core/resolution.ts";
import { type Cell, type Cells, joinList, publishedValue, type Row } from "#pipeline/core/row.ts";
import type { Hearing } from "#pipeline/resolve/lead.ts";
import { applyRule, type FitsWith, type Ruling, type StatedCell } from "#pipeline/resolve/rules.ts";
import type { Column } from "#schemas/column.ts";
import { amountNames } from "#schemas/published/derived-columns.ts";
import type { ResolutionRule } from "#schemas/resolution-rules.ts";

interface CellOfStatement extends StatedCell {
  readonly statement: Statement;
  /** Position of the statement among those of the record. */
  readonly position: number;
}

interface ColumnContext {
  readonly hearing: Hearing;
  /** The statements whose cells count in this column. */
  readonly counts: (statement: Statement) => boolean;
  readonly familyOf: (sourceId: string) => string;
  /** Whether two different values of the column can both be right. */
  readonly fitsWith: FitsWith;
  /** The source that a decision prefers, or `null`. */
  readonly decidedFor: string | null;
  /** The stem of the ids of each statement's claims. */
  readonly stems: readonly string[];
}

/** A resolved column, with the value that other columns are derived from, such as a date with its bounds. */
export interface ResolvedColumn extends ColumnResolution {
  readonly value: Cell;
}

/** The statements' cells in one column → the published value, and the status of each cell; `null` if none fills it. */
export function resolveColumn(column: Column, context: ColumnContext): ResolvedColumn | null {
  const { hearing, decidedFor, fitsWith } = context;
  const cells = filledCells(column, context);
  if (cells.length === 0) return null;
  const own = column.rule ?? "preferred";
  const plain = applyRule(own, cells, fitsWith);
  const weighed =
    decidedFor === null ? cells : cells.map((cell) => ({ ...cell, counts: cell.statement.sourceId === decidedFor }));
  const isDecided = decidedFor !== null && weighed.some(({ counts }) => counts);
  const ruling = isDecided ? applyRule(own, weighed, fitsWith) : plain;
  const rule = isDecided ? "decision" : own;
  const value = published(column, ruling.value);
  return {
    column,
    rule,
    agreement: isCompared(column) ? agreementOf(plain, cells) : "single",
    isFromOthers: hearing.statements.length > 1 && !isSame(value.published, ofLeadAlone(column, own, cells, hearing)),
    claims: (isDecided ? weighed : cells).map(({ statement, position, text, counts }, at): Claim => {
      const { table, recordId, sourceId, evidence, values } = statement;
      const row: Claim["row"] = {
        claim_id: `${context.stems[position]}-${column.name}`,
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
    ...value,
  };
}

/** Whether sources can agree or disagree in a column: not in texts, and not in what a column says about the source. */
const isCompared = ({ isAboutSource, follows, rule }: Column) =>
  isAboutSource !== true && follows === undefined && rule !== "lead";

/** The cells that the statements fill in a column. */
function filledCells({ name }: Column, { hearing, counts, familyOf }: ColumnContext): CellOfStatement[] {
  const filled: CellOfStatement[] = [];
  hearing.statements.forEach((statement, position) => {
    const value = cellOf(statement, name);
    if (value === null || typeof value === "number" || typeof value === "boolean") return;
    const text = typeof value === "string" ? value : String(publishedValue(value));
    const family = familyOf(statement.sourceId);
    filled.push({ statement, position, value, text, family, counts: counts(statement) });
  });
  return filled;
}

/** The cell of a statement in a column. */
export function cellOf(statement: Statement, column: string): Cell {
  const values: Cells = statement.values;
  return values[column] ?? null;
}

/** What would be published if the leading statement were the only one. */
function ofLeadAlone(column: Column, rule: ResolutionRule, cells: readonly CellOfStatement[], { lead }: Hearing): Row {
  const own = cells.filter(({ statement }) => statement === lead).map((cell) => ({ ...cell, counts: true }));
  const value = own.length === 0 ? null : applyRule(rule, own, () => false).value;
  return published(column, value).published;
}

const isSame = (a: Row, b: Row) => Object.keys(a).every((name) => a[name] === b[name]);

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
function published({ name, kind }: Column, value: Ruling["value"]): { readonly value: Cell; readonly published: Row } {
  if (kind === "amount") {
    const { low, best, high } = typeof value === "object" && value !== null && "low" in value ? value : NO_NUMBER;
    const names = amountNames(name);
    return { value: null, published: { [names.low]: low, [names.best]: best, [names.high]: high } };
  }
  if (value === null || typeof value === "string") return { value, published: { [name]: value } };
  if ("edtf" in value) return { value, published: { [name]: value.edtf } };
  throw new Error(`${name} was resolved as a number, but is not one.`);
}

const NO_NUMBER = { low: null, best: null, high: null };

/** From worst to best: the agreement of a record is that of its most disputed column. */
const GRAVITY: readonly Agreement[] = ["conflicting", "compatible"];

export function recordAgreement(columns: readonly ColumnResolution[], nIndependentSources: number): Agreement {
  const gravest = GRAVITY.find((agreement) => columns.some((column) => column.agreement === agreement));
  return gravest ?? (nIndependentSources > 1 ? "corroborated" : "single");
}

/** The names of the columns in conflict. */
export const conflictingColumns = (columns: readonly ColumnResolution[]): string[] =>
  columns.filter(({ agreement }) => agreement === "conflicting").map(({ column }) => column.name);

/** The names of the columns whose value is not that of the leading statement alone. */
export const columnsFromOthers = (columns: readonly ColumnResolution[]) =>
  joinList(columns.filter(({ isFromOthers }) => isFromOthers).map(({ column }) => column.name));

/** The statement whose cell gave the value, for the columns that belong to this one. */
export const giverOf = (resolution: ColumnResolution | null): Statement | null =>
  resolution?.claims.find(({ row, counts }) => row.status === "accepted" && counts)?.statement ?? null;
