import type { Coverage } from "#pipeline/core/coverage.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { CodedRow, StatedTableName, StatementTableName } from "#schemas/coded-tables.ts";
import type { Column } from "#schemas/column.ts";
import type { PublishedRow, PublishedTableName } from "#schemas/published-tables.ts";
import type { DecidingRule } from "#schemas/resolution-rules.ts";

/** What one source says, in one place, about one record. */
export interface Statement<N extends StatementTableName = StatementTableName> {
  /** The published table for which it is bound. */
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

/** One filled cell of one statement, and what became of it. */
export interface Claim {
  readonly statement: Statement;
  /** False where it decided nothing: its source retells another that speaks here itself, or a decision set it aside. */
  readonly counts: boolean;
  readonly row: PublishedRow<"claims">;
}

/** How the statements about one record became the value of one coded column. */
export interface ColumnResolution {
  readonly column: Column;
  readonly rule: DecidingRule;
  readonly agreement: Agreement;
  /** In the order of preference. */
  readonly claims: readonly Claim[];
  /** What is published: one value, or for an amount three. */
  readonly published: Row;
}

/** A record: everything that was said of one thing, side by side, and what is published. */
export interface ResolvedRecord {
  readonly table: StatedTableName;
  readonly id: string;
  readonly row: PublishedRow<StatedTableName>;
  /** The sentences on which it rests, in the order of the table `evidence`. */
  readonly evidence: readonly PublishedRow<"evidence">[];
  /** In the order of preference. */
  readonly statements: readonly Statement[];
  readonly columns: readonly ColumnResolution[];
}

type RegisterName = Exclude<PublishedTableName, StatedTableName | "claims" | "evidence" | "codelists" | "columns">;

/** A published row of a register: an actor, a place, a source, a slip. */
export type RegisterEntry = {
  readonly [N in RegisterName]: {
    readonly table: N;
    readonly id: string;
    readonly row: PublishedRow<N>;
    readonly evidence: readonly PublishedRow<"evidence">[];
    readonly columns?: undefined;
  };
}[RegisterName];

/** One thing of a release, with its own row, the claims behind it, and its sentences. */
export type Entry = ResolvedRecord | RegisterEntry;

/** A published table whose rows come from what people coded. */
export type EntryTableName = Entry["table"];

/** What `resolve` hands to `publish` and `explain`. */
export interface Resolution {
  /** Everything that is wrong with the rows as a whole. */
  readonly issues: readonly Issue[];
  /** How far each document was read. */
  readonly coverage: readonly Coverage[];
  /**
   * Every entry of the release, of all tables or of one: tables in code-unit order of their names, entries in that of
   * their ids. Each is made when it is asked for, and nothing keeps it.
   */
  readonly entries: (table?: EntryTableName) => Iterable<Entry>;
  /** The entry of an id; `null` where the table has none. */
  readonly find: (table: EntryTableName, id: string) => Entry | null;
  /** Number of records. */
  readonly nRecords: number;
}
