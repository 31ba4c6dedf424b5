import type { Encoding } from "#pipeline/core/decode.ts";
import type { FileKind } from "#pipeline/core/file-kind.ts";
import type { Limit } from "#pipeline/core/limits.ts";
import type { ReadFault } from "#pipeline/core/raw-input.ts";

/** What can be wrong with the bytes of a file and the form of a table. */
export type ExtractIssue =
  | { readonly code: "extract/missing-file" }
  /** `detail` is the system's error code. */
  | { readonly code: "extract/unreadable"; readonly fault: ReadFault; readonly detail: string | null }
  /** `size` is in the unit of the limit. */
  | { readonly code: "extract/too-large"; readonly limit: Limit; readonly size: number }
  | { readonly code: "extract/unknown-file"; readonly nearest: string | null }
  | { readonly code: "extract/not-read"; readonly isWorkbook: boolean }
  | { readonly code: "extract/empty-file" }
  | { readonly code: "extract/encoding"; readonly encoding: Encoding }
  | { readonly code: "extract/other-kind"; readonly kind: FileKind }
  /** The file ends inside a letter. */
  | { readonly code: "extract/cut-off" }
  | { readonly code: "extract/merge-mark" }
  | { readonly code: "extract/separator"; readonly separator: string }
  | { readonly code: "extract/missing-header"; readonly expected: readonly string[] }
  /** `header` is the line of the header. */
  | { readonly code: "extract/lines-above-header"; readonly header: number }
  | { readonly code: "extract/repeated-header" }
  /** `cells` is the number of cells of every row, if only the name of the column is missing. */
  | { readonly code: "extract/missing-column"; readonly cells: number | null }
  | { readonly code: "extract/nameless-column"; readonly position: number }
  | { readonly code: "extract/unknown-column"; readonly nearest: string | null }
  | { readonly code: "extract/duplicate-column" }
  /** An optional column that has no value in any row. */
  | { readonly code: "extract/empty-column" }
  | { readonly code: "extract/column-order"; readonly expected: readonly string[] }
  | { readonly code: "extract/ragged-row"; readonly cells: number; readonly columns: number }
  | { readonly code: "extract/unclosed-quote" }
  | { readonly code: "extract/stray-quote" }
  | { readonly code: "extract/escaped-quote" }
  | { readonly code: "extract/no-rows" }
  | { readonly code: "extract/bad-outlines" }
  | { readonly code: "extract/missing-outlines" };
