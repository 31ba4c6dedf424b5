import type { Agreement, ClaimStatus } from "#pipeline/core/resolution.ts";
import type { Value } from "#pipeline/core/row.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import type { DecidingRule } from "#schemas/resolution-rules.ts";

/** What `explain` is asked: an id is unique over all tables, so the table may be left open. */
export interface Question {
  readonly table: PublishedTableName | null;
  readonly recordId: string;
  /** A published or a coded column; `null` for the whole record. */
  readonly column: string | null;
}

export interface ExplainedClaim {
  readonly value: string;
  readonly status: ClaimStatus;
  /** Number of the statement that makes it. */
  readonly statement: number;
  /** False where its source retells another one, and decided nothing. */
  readonly counts: boolean;
}

/** A column of the record: what is published, and how it came about. */
export interface ExplainedColumn {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The coded column that it is reckoned from, where it is not coded itself. */
  readonly from: string | null;
  /** Whether the value rests on what statements say, or is counted, carried along or a register's own. */
  readonly isCoded: boolean;
  readonly rule: DecidingRule | null;
  readonly agreement: Agreement | null;
  /** In the order of preference. */
  readonly claims: readonly ExplainedClaim[];
  readonly decision: { readonly sourceId: string; readonly reason: string; readonly at: string } | null;
}

export interface ExplainedSentence {
  readonly locator: string;
  readonly line: number;
  readonly words: number;
  readonly sha256: string;
  /** `null` where the text is not at hand, or has another sentence there. */
  readonly text: string | null;
}

/** A coded row that speaks of the record. */
export interface ExplainedStatement {
  readonly number: number;
  readonly sourceId: string;
  readonly sourceTitle: string | null;
  readonly reliability: string | null;
  readonly datePublished: string | null;
  /** Place of the row in raw/. */
  readonly at: string;
  readonly statementType: string | null;
  readonly certainty: string | null;
  readonly attributedTo: string | null;
  readonly citedWorks: readonly string[];
  readonly evidence: string;
  readonly sentences: readonly ExplainedSentence[];
}

export interface ExplainedErratum {
  readonly erratumId: string;
  readonly sourceId: string;
  readonly evidence: string;
  readonly asPrinted: string;
  readonly corrected: string | null;
  readonly reason: string;
}

/** Says who: a record or one of its columns, led back to the sentences. */
export interface Explanation {
  readonly table: string;
  readonly recordId: string;
  /** What a row of the table is. */
  readonly description: string;
  /** The column asked for, or `null` for the whole record. */
  readonly asked: string | null;
  readonly agreement: Agreement | null;
  readonly nSources: number | null;
  readonly nIndependentSources: number | null;
  readonly columns: readonly ExplainedColumn[];
  readonly statements: readonly ExplainedStatement[];
  /** Errata that touch a sentence shown here. */
  readonly errata: readonly ExplainedErratum[];
  /** The cells of other records that name it: for actors, places and cited works. */
  readonly namedBy: readonly { readonly table: string; readonly column: string; readonly recordId: string }[];
}
