/** What can be wrong with the text of a document. */
export type DocumentsIssue =
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
    };
