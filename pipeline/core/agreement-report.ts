/** How the cells of a column are compared. Wording has no alpha, because free wording is no category. */
export type Measure = "nominal" | "interval" | "wording";

/** How two codings agree in one column, over the rows that both have. A cell that is empty in both is not counted. */
export interface ColumnAgreement {
  readonly column: string;
  readonly measure: Measure;
  /** Whether the codebook shows the column. */
  readonly isMain: boolean;
  readonly nAgreed: number;
  readonly nChanged: number;
  /** Krippendorff's alpha; `null` for wording, and where it is undefined. */
  readonly alpha: number | null;
}

export interface TableAgreement {
  readonly table: string;
  readonly nInBoth: number;
  readonly nOnlyFirst: number;
  readonly nOnlySecond: number;
  readonly columns: readonly ColumnAgreement[];
}

/** The row of one coding in a difference. */
export interface DifferingRow {
  readonly id: string;
  readonly evidence: string;
  /** The value of the column as coded; `null` if the cell is empty. */
  readonly value: string | null;
}

/** A cell that two codings fill differently, or a row that only one has. */
export interface Difference {
  readonly table: string;
  /** `null` for a row that only one coding has. Its value is then the whole row. */
  readonly column: string | null;
  readonly first: DifferingRow | null;
  readonly second: DifferingRow | null;
}

/** Two codings of a source, each named by its coder; the rows in raw/coded are called `published`. */
export interface CodingPair {
  readonly first: string;
  readonly second: string;
  readonly tables: readonly TableAgreement[];
  readonly differences: readonly Difference[];
}

/** Who made a second coding. */
export interface SecondCoder {
  readonly coderId: string;
  readonly coderType: "person" | "program";
  readonly team: string;
  readonly hadSeen: string;
  readonly dateCoded: string;
}

/** The codings of one source, each two of them compared. */
export interface SourceAgreement {
  readonly sourceId: string;
  readonly coders: readonly SecondCoder[];
  readonly pairs: readonly CodingPair[];
  /** The tables that a second coding has, but that are not compared. */
  readonly tablesKept: readonly string[];
}

/** `87.5 %`; a dash if there is nothing to count. */
export function formatPercentage({ nAgreed, nChanged }: Pick<ColumnAgreement, "nAgreed" | "nChanged">): string {
  const count = nAgreed + nChanged;
  return count === 0 ? UNDEFINED : `${((100 * nAgreed) / count).toFixed(1)} %`;
}

/** Alpha to three digits; a dash if it is undefined. */
export const formatAlpha = (alpha: number | null): string =>
  alpha === null ? UNDEFINED : alpha.toFixed(3).replace(/^-(0\.0+)$/u, "$1");

const UNDEFINED = "–";
