/** A file that holds no rows of text, or not in a form that the events commands read. */
export type OtherEventFile =
  | "workbook"
  | "r-data"
  | "stata"
  | "spss"
  | "parquet"
  | "database"
  | "gzip"
  | "shapefile"
  | "document"
  | "web-page"
  | "unknown";

/** A cell that no column of the file has. `nearest` is a header of the file. */
interface MissingColumn {
  readonly cell: string;
  readonly accepted: readonly string[];
  readonly nearest: string | null;
}

interface LinkedEvent {
  readonly recordId: string;
  readonly source: string;
  readonly eventId: string;
  /** The edition that the link was made with, and the one that counts now. */
  readonly edition: string;
  readonly newest: string;
  /** Whether somebody, or the rule, has given a verdict. A proposal has none. */
  readonly isDecided: boolean;
}

/** What can be wrong with a whole file: nothing of it is imported. */
type EventFileIssue =
  | { readonly code: "events/other-kind"; readonly kind: OtherEventFile }
  /** `names` are the tables in it. */
  | {
      readonly code: "events/bad-archive";
      readonly fault: "no-table" | "several-tables" | "protected" | "swollen" | "damaged";
      readonly names: readonly string[];
    }
  | { readonly code: "events/too-large"; readonly limit: number }
  | { readonly code: "events/bad-json" }
  | { readonly code: "events/no-rows" }
  | { readonly code: "events/unclosed-quote" }
  | { readonly code: "events/too-long-row"; readonly limit: number }
  | { readonly code: "events/missing-columns"; readonly missing: readonly MissingColumn[] }
  | { readonly code: "events/duplicate-column" }
  /** The column counts events, so a row is not one event. */
  | { readonly code: "events/counts-only" }
  /** Two rows of one file show different orders of day and month. */
  | { readonly code: "events/two-day-orders"; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly code: "events/mostly-unread"; readonly unread: number; readonly rows: number };

/** What can be wrong with one row. */
export type EventRowIssue =
  | { readonly code: "events/ragged-row"; readonly cells: number; readonly columns: number }
  | { readonly code: "events/no-id" }
  | { readonly code: "events/duplicate-id"; readonly value: string }
  | { readonly code: "events/missing-value" }
  | { readonly code: "events/bad-date"; readonly value: string }
  | { readonly code: "events/backwards-dates"; readonly start: string; readonly end: string }
  | { readonly code: "events/bad-coordinates"; readonly value: string; readonly most: number }
  | { readonly code: "events/bad-precision"; readonly value: string; readonly known: readonly string[] }
  | { readonly code: "events/bad-number"; readonly value: string }
  /** The event is imported as one of another kind. */
  | { readonly code: "events/unknown-type"; readonly value: string };

/** What can be wrong with a link to an event. */
export type EventLinkIssue =
  | (LinkedEvent & { readonly code: "events/link-gone" })
  | (LinkedEvent & { readonly code: "events/link-changed"; readonly sha256: string });

/** What can be wrong with a file of event data, one of its rows, or a link to an event. */
export type EventsIssue = EventFileIssue | EventRowIssue | EventLinkIssue;
