import type { Place } from "#pipeline/core/issue.ts";
import type { Row, Value } from "#pipeline/core/row.ts";
import type { NamedColumn } from "#schemas/column.ts";
import type { PublishedTableName } from "#schemas/tables.ts";

/** What one source says, in one place, about one record. */
export interface Statement {
  readonly table: PublishedTableName;
  readonly recordId: string;
  readonly sourceId: string;
  /** The evidence cell as coded. */
  readonly evidence: string;
  readonly values: Row;
  readonly at: Place;
}

export type Agreement = "single" | "corroborated" | "compatible" | "conflicting";
export type ClaimStatus = "accepted" | "compatible" | "outvoted" | "overruled";

/** One filled cell of one statement, and what became of it. */
export interface Claim {
  readonly claimId: string;
  readonly statement: Statement;
  readonly value: string;
  readonly status: ClaimStatus;
  /** False where it decided nothing: its source retells another that speaks here itself, or a decision set it aside. */
  readonly isHeard: boolean;
}

/** How the statements about one record became the value of one coded column. */
export interface ColumnResolution {
  readonly column: NamedColumn;
  /** The column's rule, or `decision`. */
  readonly rule: string;
  readonly agreement: Agreement;
  /** In the order of preference. */
  readonly claims: readonly Claim[];
  /** What is published: one value, or for an amount three. */
  readonly published: Readonly<Record<string, Value>>;
}

/** A record: everything that was said of one thing, side by side, and what is published. */
export interface ResolvedRecord {
  readonly table: PublishedTableName;
  readonly recordId: string;
  /** In the order of preference. */
  readonly statements: readonly Statement[];
  readonly columns: readonly ColumnResolution[];
  readonly agreement: Agreement;
  readonly row: Row;
}

/** What `resolve` hands to `publish`, `explain` and the coverage report. */
export interface Resolved {
  /** The rows of every published table, unsorted and unformatted. */
  readonly tables: ReadonlyMap<PublishedTableName, readonly Row[]>;
  readonly records: readonly ResolvedRecord[];
}

/** One file of a release, its path relative to the release's folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
