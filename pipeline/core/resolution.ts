import type { Coverage } from "#pipeline/core/coverage.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { CodedRow, StatedTableName, StatementTableName } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import type { PublishedRow, PublishedTableName } from "#schemas/published-tables.ts";
import type { DecidingRule } from "#schemas/resolution-rules.ts";

/** What one source says about one record in one place. */
export interface Statement<N extends StatementTableName = StatementTableName> {
  /** The published table that the record belongs to. */
  readonly table: StatedTableName;
  readonly recordId: string;
  readonly sourceId: string;
  /** The evidence cell as coded. */
  readonly evidence: string;
  readonly values: CodedRow<N>;
  readonly at: Place;
}

export type Agreement = PublishedRow<StatedTableName>["agreement"];
export type ClaimStatus = PublishedRow<"claims">["status"];

/** One filled cell of one statement, and how it was used. */
export interface Claim {
  readonly statement: Statement;
  /** False if it did not count: it is not heard, weaker than the leading statement, or a decision excluded it. */
  readonly counts: boolean;
  readonly row: PublishedRow<"claims">;
}

/** How the statements about one record became the value of one coded column. */
export interface ColumnResolution {
  readonly column: Column;
  readonly rule: DecidingRule;
  readonly agreement: Agreement;
  /** Whether the value is not that of the leading statement alone. */
  readonly isFromOthers: boolean;
  /** In the order of preference. */
  readonly claims: readonly Claim[];
  /** What is published: one value, or for an amount three. */
  readonly published: Row;
}

/** A record: all statements about one thing side by side, and the row that is published. */
export interface ResolvedRecord {
  readonly table: StatedTableName;
  readonly id: string;
  readonly row: PublishedRow<StatedTableName>;
  /** The sentences that support it, in the order of the table `evidence`. */
  readonly evidence: readonly PublishedRow<"evidence">[];
  /** In the order of preference, the leading statement first. */
  readonly statements: readonly Statement[];
  /** The sources that are not heard, because they retell another source of the record. */
  readonly silentSources: ReadonlySet<string>;
  readonly columns: readonly ColumnResolution[];
}

type RegisterName = Exclude<PublishedTableName, StatedTableName | "claims" | "evidence" | "codelists" | "columns">;

/** A published row of a register, such as an actor, a place, a source or an erratum. */
export type RegisterEntry = {
  readonly [N in RegisterName]: {
    readonly table: N;
    readonly id: string;
    readonly row: PublishedRow<N>;
    readonly evidence: readonly PublishedRow<"evidence">[];
    readonly columns?: undefined;
  };
}[RegisterName];

/** A record or register entry of a release: its row, the claims behind it, and its sentences. */
export type Entry = ResolvedRecord | RegisterEntry;

/** A published table whose rows come from coded tables. */
export type EntryTableName = Entry["table"];

/** The result of `resolve`, which `publish` and `explain` use. */
export interface Resolution {
  /** The issues that show only when rows are compared with each other. */
  readonly issues: readonly Issue[];
  /** How much of each document is coded. */
  readonly coverage: readonly Coverage[];
  /**
   * Every entry of one table or of all: tables in code-unit order of their names, entries in code-unit order of their
   * ids. Each entry is computed when it is requested, and not kept in memory.
   */
  readonly entries: (table?: EntryTableName) => Iterable<Entry>;
  /** The entry with an id; `null` if the table has none. */
  readonly find: (table: EntryTableName, id: string) => Entry | null;
  /** Number of records. */
  readonly nRecords: number;
}
