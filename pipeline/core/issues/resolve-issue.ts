import type { SpreadsheetMark } from "#pipeline/core/spreadsheet-marks.ts";

export type NotFilled =
  /** The value is a date, and the leading statement has none. */
  | "undated-lead"
  /** The value's statement is weaker than the leading one. */
  | "weaker";

export type SideFault =
  /** The table has no such record. */
  | "no-record"
  /** The source has no statement about the record. */
  | "no-statement"
  /** The source's statements about the record rest on other sentences. */
  | "other-sentences"
  /** The table has no such coded column. */
  | "no-column"
  /** The statement has no value in the column. */
  | "no-value";

export type CoordinateSlip = "swapped" | "latitude-sign" | "longitude-sign" | "both-signs";

export type IdFault =
  /** It begins with the letters of another table's ids. */
  | "other-table"
  /** It has not as many digits as the other ids of its table. */
  | "other-digits"
  /** It is anything else than the letters of its table, a hyphen and a number. */
  | "other-form"
  /** It is that of a source, and has no year. */
  | "no-year";

/** What a row of checked.csv confirms: a value of one record in one column. */
export interface Check {
  /** The published table. */
  readonly table: string;
  readonly recordId: string;
  readonly column: string;
  readonly value: string;
}

/** What shows only when rows are compared with other rows, or with the texts. */
export type ResolveIssue =
  | { readonly code: "resolve/duplicate-row"; readonly key: string; readonly firstLine: number | null }
  | {
      readonly code: "resolve/duplicate-statement";
      readonly recordId: string;
      readonly firstLine: number | null;
      /** Whether every cell is the same. */
      readonly isCopy: boolean;
    }
  | {
      readonly code: "resolve/unknown-reference";
      readonly value: string;
      readonly table: string;
      readonly nearest: string | null;
    }
  | {
      readonly code: "resolve/identity-mismatch";
      readonly recordId: string;
      readonly value: string;
      readonly first: string;
      readonly firstLine: number | null;
    }
  | {
      readonly code: "resolve/mixed-series";
      readonly recordId: string;
      readonly point: string;
      readonly firstPoint: string;
      readonly firstLine: number | null;
    }
  | {
      readonly code: "resolve/lead-outvoted";
      readonly recordId: string;
      readonly value: string;
      readonly published: string;
      readonly otherLine: number | null;
    }
  | {
      readonly code: "resolve/not-filled";
      readonly recordId: string;
      readonly value: string;
      readonly leadLine: number | null;
      readonly why: NotFilled;
    }
  | { readonly code: "resolve/unknown-split"; readonly id: string }
  | { readonly code: "resolve/one-side"; readonly id: string }
  | {
      readonly code: "resolve/side";
      readonly why: SideFault;
      readonly recordId: string;
      readonly sourceId: string;
    }
  | { readonly code: "resolve/stale-disagreement"; readonly id: string }
  | { readonly code: "resolve/id-in-two-tables"; readonly id: string; readonly table: string }
  | {
      readonly code: "resolve/second-record";
      readonly actorId: string;
      readonly attribute: string;
      readonly firstRecordId: string;
    }
  | {
      readonly code: "resolve/date-after-source";
      readonly value: string;
      readonly sourceId: string;
      readonly sourceDate: string;
    }
  | {
      readonly code: "resolve/same-document";
      readonly otherId: string;
      readonly otherLine: number | null;
      /** What the two sources share. */
      readonly by: "text" | "original" | "address";
    }
  /** `next` is the next free id; `null` if people choose the ids of the table. */
  | { readonly code: "resolve/unusual-id"; readonly id: string; readonly why: IdFault; readonly next: string | null }
  | { readonly code: "resolve/missing-index"; readonly sourceId: string }
  | { readonly code: "resolve/orphan-index"; readonly sourceId: string }
  | { readonly code: "resolve/altered-index"; readonly locator: string }
  /** `pages` is the number of pages of the original. */
  | { readonly code: "resolve/no-such-page"; readonly sourceId: string; readonly page: number; readonly pages: number }
  | {
      readonly code: "resolve/index-of-another-text";
      readonly sourceId: string;
      /** The text that the index was cut from; `null` if its rows name several. */
      readonly textSha256: string | null;
    }
  | {
      readonly code: "resolve/unknown-locator";
      readonly locator: string;
      readonly sourceId: string;
      /** The last sentence of that line; `null` if the text has no such line. */
      readonly last: string | null;
      /** How many lines that are not blank the text has; `null` if it has this line. */
      readonly lines: number | null;
    }
  | { readonly code: "resolve/locator-backwards"; readonly from: string; readonly to: string }
  | { readonly code: "resolve/too-many-sentences"; readonly size: number }
  | { readonly code: "resolve/text-mismatch"; readonly sourceId: string }
  | {
      readonly code: "resolve/unread-sentences";
      readonly sourceId: string;
      readonly sentences: number;
      /** As in an evidence cell: `p3s1-p14s2`. */
      readonly ranges: readonly string[];
    }
  | { readonly code: "resolve/cited-and-passed-over"; readonly sourceId: string; readonly locator: string }
  | { readonly code: "resolve/derivation-cycle"; readonly cycle: readonly string[] }
  | { readonly code: "resolve/unknown-table"; readonly value: string; readonly nearest: string | null }
  | { readonly code: "resolve/derived-column"; readonly value: string; readonly coded: string }
  | {
      readonly code: "resolve/unknown-column";
      readonly value: string;
      readonly table: string;
      readonly nearest: string | null;
    }
  | {
      readonly code: "resolve/stale-decision";
      readonly why: "no-record" | "no-column" | "no-claim" | "decides-nothing";
    }
  | {
      readonly code: "resolve/outside-outline";
      readonly check: Check;
      /** What the coordinates should lie in; `null` if they are 0, 0. */
      readonly area: string | null;
      readonly km: number;
      /** What would put them inside; `null` if no simple slip would. */
      readonly slip: CoordinateSlip | null;
    }
  | { readonly code: "resolve/date-words"; readonly check: Check; readonly words: string; readonly date: string }
  | {
      readonly code: "resolve/made-by-spreadsheet";
      readonly check: Check;
      readonly looksLike: SpreadsheetMark;
    }
  | {
      readonly code: "resolve/part-above-whole";
      readonly check: Check;
      /** The number of all. */
      readonly whole: string;
    }
  | { readonly code: "resolve/thousands-separator"; readonly check: Check; readonly meant: string }
  | { readonly code: "resolve/same-actor"; readonly check: Check; readonly otherColumn: string }
  | {
      readonly code: "resolve/probable-twin";
      readonly check: Check;
      readonly otherLine: number | null;
      /** Whether both statements come from the same sentences of the same source. */
      readonly isSameEvidence: boolean;
    }
  | {
      readonly code: "resolve/pcode-of-another-unit";
      readonly check: Check;
      /** A code and the unit that it is for, as the outlines or another row of places.csv have them. */
      readonly known: string;
      readonly from: "outlines" | "places";
      readonly otherLine: number | null;
    }
  | { readonly code: "resolve/early-date"; readonly check: Check; readonly first: number }
  | {
      readonly code: "resolve/distant-date";
      readonly check: Check;
      readonly years: number;
      readonly from: string;
      readonly otherLine: number | null;
    }
  | {
      readonly code: "resolve/distant-number";
      readonly check: Check;
      readonly factor: number;
      readonly other: string;
      readonly otherId: string;
      readonly otherLine: number | null;
    }
  | { readonly code: "resolve/high-number"; readonly check: Check; readonly most: number; readonly unit: string }
  | {
      readonly code: "resolve/foreign-script";
      readonly check: Check;
      readonly character: string;
      readonly script: string | null;
    }
  | { readonly code: "resolve/unknown-warning"; readonly value: string; readonly nearest: string | null }
  | { readonly code: "resolve/idle-check"; readonly check: Check; readonly warning: string }
  | { readonly code: "resolve/retired-id-in-use"; readonly id: string }
  | { readonly code: "resolve/unknown-replacement"; readonly id: string }
  | { readonly code: "resolve/only-in-draft"; readonly value: string }
  | { readonly code: "resolve/unused-entry"; readonly id: string }
  | {
      readonly code: "resolve/unknown-record";
      /** The published table that lacks it. */
      readonly table: string;
      readonly recordId: string;
      readonly isRetired: boolean;
      /** The record that replaces it, or that is most likely meant. */
      readonly nearest: string | null;
    }
  /** `table` is the file that the row is in. */
  | { readonly code: "resolve/source-stays-here"; readonly eventSource: string; readonly table: string }
  /** `column` is the empty cell that would say who decided. */
  | { readonly code: "resolve/no-verdict"; readonly recordId: string; readonly column: string }
  | {
      readonly code: "resolve/second-same-event";
      readonly recordId: string;
      readonly firstEventId: string;
      readonly firstLine: number | null;
    }
  | {
      readonly code: "resolve/second-family";
      readonly actorId: string;
      readonly familyId: string;
      readonly firstFamilyId: string;
      readonly firstLine: number | null;
    }
  /** `headOf` is the family that the actor at its head is in. */
  | { readonly code: "resolve/family-in-a-family"; readonly familyId: string; readonly headOf: string }
  | {
      readonly code: "resolve/overlapping-aliases";
      readonly name: string;
      readonly actorId: string;
      readonly otherLine: number | null;
    };
