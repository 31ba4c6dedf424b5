/** What a spreadsheet did to a cell. */
export type Alteration =
  | "formula"
  | "error"
  | "date"
  | "number"
  | "number-format"
  | "boolean"
  | "quotes"
  | "zeros"
  | "exponent"
  | "rounded"
  | "spaces";

/** Where in a workbook: the name of a sheet, and the address of a cell, such as `K14`. */
interface InSheet {
  readonly sheet: string;
  readonly cell: string;
}

interface Altered extends InSheet {
  /** `null` in a new row. */
  readonly before: string | null;
  readonly after: string;
  readonly alteration: Alteration;
}

/** What can be wrong with a workbook for coding. */
export type SheetIssue =
  | { readonly code: "sheet/not-a-workbook" }
  | { readonly code: "sheet/too-large" }
  | { readonly code: "sheet/not-for-coding" }
  | { readonly code: "sheet/unknown-sheet"; readonly sheet: string }
  | { readonly code: "sheet/missing-column"; readonly sheet: string; readonly missing: string }
  | ({ readonly code: "sheet/unknown-column"; readonly header: string } & InSheet)
  | ({ readonly code: "sheet/bad-key"; readonly key: string } & InSheet)
  | { readonly code: "sheet/all-rows-gone"; readonly sheet: string; readonly rows: number }
  | { readonly code: "sheet/conflict"; readonly sheet: string; readonly row: string; readonly isDeleted: boolean }
  | ({ readonly code: "sheet/altered-cell" } & Altered)
  | ({ readonly code: "sheet/restored-cell" } & Altered);
