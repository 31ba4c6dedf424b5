import type { Limit } from "#pipeline/core/limits.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";
import type { ReadFault } from "#pipeline/core/raw-input.ts";
import type { ChainFault, FileFault } from "#pipeline/core/release-faults.ts";

/** A place in a file: its path as the user would type it, a line counted from 1, and the name of a column. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
}

export type CharacterFault =
  /** A control, format or direction character: it does not show, so two different cells can look the same. */
  | "invisible"
  /** U+FFFD, which a program wrote in place of a letter that it could not read. */
  | "lost"
  /** Two or three characters in place of one letter: UTF-8 that a program read in another encoding. */
  | "misread"
  /** A letter of another script or style inside a Latin word, which looks like a Latin letter and is none. */
  | "look-alike"
  /** A character that Unicode has not assigned, or has left to private use: it has no meaning. */
  | "unassigned";

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

/** What a row of checked.csv confirms: a value of one record in one column. */
export interface Check {
  /** The published table. */
  readonly table: string;
  readonly recordId: string;
  readonly column: string;
  readonly value: string;
}

interface At {
  readonly at: Place;
}

/** Everything that can be wrong with the data that people write. `core/format-issue.ts` has a message for each code. */
export type Issue = At &
  (
    | { readonly code: "extract/missing-file" }
    /** `detail` is the system's error code. */
    | { readonly code: "extract/unreadable"; readonly fault: ReadFault; readonly detail: string | null }
    /** `size` is in the unit of the limit. */
    | { readonly code: "extract/too-large"; readonly limit: Limit; readonly size: number }
    | { readonly code: "extract/unknown-file"; readonly nearest: string | null }
    | { readonly code: "extract/empty-file" }
    | { readonly code: "extract/encoding"; readonly encoding: string }
    | { readonly code: "extract/separator"; readonly separator: string }
    | { readonly code: "extract/missing-header"; readonly expected: readonly string[] }
    | { readonly code: "extract/missing-column" }
    | { readonly code: "extract/nameless-column"; readonly position: number }
    | { readonly code: "extract/unknown-column"; readonly nearest: string | null }
    | { readonly code: "extract/duplicate-column" }
    | { readonly code: "extract/column-order"; readonly expected: readonly string[] }
    | { readonly code: "extract/ragged-row"; readonly cells: number; readonly columns: number }
    | { readonly code: "extract/unclosed-quote" }
    | { readonly code: "extract/stray-quote" }
    | { readonly code: "extract/no-rows" }
    | { readonly code: "extract/bad-outlines" }
    | { readonly code: "extract/missing-outlines" }
    | { readonly code: "stage/missing-value" }
    | { readonly code: "stage/placeholder"; readonly value: string }
    | { readonly code: "stage/bad-character"; readonly character: string; readonly fault: CharacterFault }
    | { readonly code: "stage/formula"; readonly value: string }
    | { readonly code: "stage/line-break" }
    | { readonly code: "stage/bad-date"; readonly value: string; readonly fault: DateFault }
    | {
        readonly code: "stage/bad-number";
        readonly value: string;
        readonly form: "amount" | "integer" | "decimal" | "backwards" | "too-long";
      }
    | {
        readonly code: "stage/out-of-bounds";
        readonly value: string;
        readonly minimum: number | null;
        readonly maximum: number | null;
      }
    | { readonly code: "stage/bad-boolean"; readonly value: string }
    | {
        readonly code: "stage/unknown-code";
        readonly value: string;
        readonly codelist: string;
        readonly nearest: string | null;
      }
    | { readonly code: "stage/bad-id"; readonly value: string }
    | { readonly code: "stage/bad-list"; readonly value: string; readonly meant: string }
    | { readonly code: "stage/bad-locator"; readonly value: string }
    | { readonly code: "stage/bad-text"; readonly value: string; readonly form: string }
    | { readonly code: "stage/row-rule"; readonly sentence: string }
    | { readonly code: "resolve/duplicate-row"; readonly key: string; readonly firstLine: number | null }
    | { readonly code: "resolve/duplicate-statement"; readonly recordId: string; readonly firstLine: number | null }
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
    | { readonly code: "resolve/missing-index"; readonly sourceId: string }
    | { readonly code: "resolve/orphan-index"; readonly sourceId: string }
    | { readonly code: "resolve/altered-index"; readonly locator: string }
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
        readonly last: string | null;
      }
    | { readonly code: "resolve/locator-backwards"; readonly from: string; readonly to: string }
    | { readonly code: "resolve/too-many-sentences"; readonly size: number }
    | { readonly code: "resolve/text-mismatch"; readonly sourceId: string }
    | { readonly code: "resolve/unread-sentence"; readonly sourceId: string; readonly locator: string }
    | { readonly code: "resolve/cited-and-passed-over"; readonly sourceId: string; readonly locator: string }
    | { readonly code: "resolve/derivation-cycle"; readonly cycle: readonly string[] }
    | { readonly code: "resolve/unknown-table"; readonly value: string; readonly nearest: string | null }
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
    | { readonly code: "resolve/unused-entry"; readonly id: string }
    | { readonly code: "publish/vanished-id"; readonly table: string; readonly id: string; readonly version: string }
    | { readonly code: "publish/reused-id"; readonly table: string; readonly id: string; readonly version: string }
    | {
        readonly code: "publish/idle-correction";
        readonly table: string;
        readonly ids: readonly string[];
        readonly column: string | null;
      }
    | {
        readonly code: "publish/too-many-changes";
        readonly table: string;
        readonly count: number;
        readonly rows: number;
        readonly limit: number;
        /** The column in which most of them changed. */
        readonly column: string;
        readonly inColumn: number;
        readonly examples: readonly string[];
      }
    | {
        readonly code: "publish/too-many-gone";
        readonly table: string;
        readonly count: number;
        readonly rows: number;
        readonly limit: number;
        readonly examples: readonly string[];
      }
    | {
        readonly code: "publish/lost-statements";
        readonly table: string;
        readonly id: string;
        readonly sourceId: string;
        readonly before: number;
        readonly after: number;
        readonly version: string;
      }
    | {
        readonly code: "publish/moved-cells";
        readonly table: string;
        readonly count: number;
        readonly examples: readonly string[];
      }
    | {
        readonly code: "publish/number-jump";
        readonly table: string;
        readonly id: string;
        readonly before: string;
        readonly after: string;
        readonly version: string;
      }
    | { readonly code: "publish/invalid-output"; readonly table: string; readonly id: string; readonly value: string }
    | {
        readonly code: "publish/altered-release";
        readonly version: string;
        readonly why: FileFault | ChainFault;
      }
    | { readonly code: "publish/withdrawn-inputs"; readonly version: string }
    | { readonly code: "documents/not-utf8"; readonly encoding: string }
    | { readonly code: "documents/empty-text" }
    | { readonly code: "documents/nul-bytes" }
    | { readonly code: "documents/page-furniture"; readonly times: number; readonly lines: readonly number[] }
    | { readonly code: "documents/unknown-source"; readonly sourceId: string; readonly nearest: string | null }
    | {
        readonly code: "documents/gone";
        readonly sourceId: string;
        readonly locator: string;
        readonly citedBy: readonly string[];
      }
  );

export type IssueCode = Issue["code"];

const WARNINGS: ReadonlySet<IssueCode> = new Set([
  "extract/no-rows",
  "resolve/unread-sentence",
  "resolve/unused-entry",
  "resolve/lead-outvoted",
  "resolve/not-filled",
  "resolve/outside-outline",
  "resolve/early-date",
  "resolve/distant-date",
  "resolve/distant-number",
  "resolve/high-number",
  "resolve/foreign-script",
  "documents/page-furniture",
]);

/** Warnings are reported, but they do not stop a release. */
export const isWarning = ({ code }: Pick<Issue, "code">) => WARNINGS.has(code);

export const hasErrors = (issues: readonly Issue[]) => issues.some((issue) => !isWarning(issue));
