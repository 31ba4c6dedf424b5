import type { Agreement, ClaimStatus } from "#pipeline/core/resolution.ts";
import type { Value } from "#pipeline/core/row.ts";
import type { ExplainedCount, ExplainedLink } from "#pipeline/explain/event-data.ts";
import type { PublishedTableName } from "#schemas/published-tables.ts";
import type { DecidingRule } from "#schemas/resolution-rules.ts";

/** What to explain. An id is unique across all tables, so the table may be `null`. */
export interface Question {
  readonly table: PublishedTableName | null;
  /** Empty if the question names a table only. */
  readonly recordId: string;
  /** A published or a coded column; `null` for the whole record. */
  readonly column: string | null;
}

export type WhyNot =
  /** Its source retells another source of the record. */
  | "retelling"
  /** The column takes its value from the leading statement only, or from the statement that gave another column's value. */
  | "not-leading"
  /** The column is about what a source rests on, and another value of the statement was set aside. */
  | "set-aside"
  /** It is a date, and the leading statement has none. */
  | "undated-lead"
  /** Its statement is weaker than the leading one. */
  | "weaker";

export interface ExplainedClaim {
  readonly value: string;
  readonly status: ClaimStatus;
  /** Number of the statement that makes the claim. */
  readonly statement: number;
  /** Why the claim had no influence on the value; `null` if it had, or if a decision set it aside. */
  readonly whyNot: WhyNot | null;
}

/** A column of the record: its published value, and how that was derived. */
export interface ExplainedColumn {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The coded column that it is derived from; `null` if it is coded itself. */
  readonly from: string | null;
  /** Whether the value comes from statements. False if it is counted, copied along, or comes from a register. */
  readonly isCoded: boolean;
  readonly rule: DecidingRule | null;
  readonly agreement: Agreement | null;
  /** In the order of preference; from a release, which does not tell that order, the accepted ones first. */
  readonly claims: readonly ExplainedClaim[];
  readonly decision: { readonly sourceId: string; readonly reason: string; readonly at: string } | null;
}

export interface ExplainedSentence {
  readonly locator: string;
  readonly line: number;
  /** Page of the original; `null` if it has no pages, or if they are not known. */
  readonly page: number | null;
  /** `null` if it comes from a release, which does not count words. */
  readonly words: number | null;
  readonly sha256: string;
  /** `null` if the text is not available, or has another sentence there. */
  readonly text: string | null;
}

/** A coded row about the record. */
export interface ExplainedStatement {
  readonly number: number;
  readonly sourceId: string;
  readonly sourceTitle: string | null;
  /** Where the document, or otherwise a copy of it, is available. */
  readonly sourceUrl: string | null;
  readonly reliability: string | null;
  readonly datePublished: string | null;
  /** Place of the row, as `raw/coded/expansion.csv:41`; a release does not know it. */
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

/** What is known of a record that is gone. */
export interface Tombstone {
  /** `null` if there is no tombstone. */
  readonly reason: string | null;
  readonly replacedBy: string | null;
  /** ISO day. */
  readonly dateRetired: string | null;
  /** The first release without the record; `null` if none is published yet. */
  readonly retiredIn: string | null;
}

/** A record or one of its columns, traced to the sentences. */
export interface Explanation {
  /** The release whose files say this; `null` for what raw/ says now. */
  readonly release: string | null;
  /** For a record that is gone, and of which these are the last values. */
  readonly tombstone: Tombstone | null;
  readonly table: string;
  readonly recordId: string;
  /** What a row of the table describes. */
  readonly description: string;
  /** The requested column, or `null` for the whole record. */
  readonly asked: string | null;
  readonly agreement: Agreement | null;
  readonly nSources: number | null;
  readonly nIndependentSources: number | null;
  readonly columns: readonly ExplainedColumn[];
  /** The leading one first. */
  readonly statements: readonly ExplainedStatement[];
  /** Errata about a sentence that is shown. */
  readonly errata: readonly ExplainedErratum[];
  /** The questions on which the record is a side. */
  readonly disagreements: readonly { readonly disagreementId: string; readonly question: string }[];
  /** The decided links of the record to events of event data. */
  readonly eventLinks: readonly ExplainedLink[];
  /** What event data count beside the record. */
  readonly eventCounts: readonly ExplainedCount[];
  /** For actors, places and cited works: the records that name them, and in which column. */
  readonly namedBy: readonly { readonly table: string; readonly column: string; readonly recordId: string }[];
}
