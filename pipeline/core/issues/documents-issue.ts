import type { Encoding } from "#pipeline/core/decode.ts";
import type { FileKind } from "#pipeline/core/file-kind.ts";

/** What extracting or copying can leave in a text. */
export type TextFault =
  /** Lines that a program broke at a width. */
  | "hard-wrapped"
  /** A sentence that goes on in the next paragraph, as after a page break. */
  | "broken-sentence"
  | "soft-hyphens"
  | "html-tags"
  | "html-entities"
  | "misread-letters"
  | "page-numbers";

/** What can be wrong with the text of a document. */
export type DocumentsIssue =
  | { readonly code: "documents/not-utf8"; readonly encoding: Encoding }
  | { readonly code: "documents/other-kind"; readonly kind: FileKind }
  /** The file ends inside a letter. */
  | { readonly code: "documents/cut-off" }
  | { readonly code: "documents/empty-text" }
  | { readonly code: "documents/nul-bytes" }
  | { readonly code: "documents/page-furniture"; readonly times: number; readonly lines: readonly number[] }
  | { readonly code: "documents/unclean-text"; readonly fault: TextFault; readonly lines: readonly number[] }
  | { readonly code: "documents/unknown-source"; readonly sourceId: string; readonly nearest: string | null }
  /** `sha256` is the hash of the text, which sources.csv should record. */
  | { readonly code: "documents/other-hash"; readonly sourceId: string; readonly sha256: string }
  | {
      readonly code: "documents/not-in-sentence";
      readonly value: string;
      readonly sourceId: string;
      readonly evidence: string;
    }
  /** `first` and `last` are positions of words in the cell, counted from 1; `locator` is the sentence in which the words begin. */
  | {
      readonly code: "documents/copied-words";
      readonly first: number;
      readonly last: number;
      readonly sourceId: string;
      readonly locator: string;
    }
  | {
      readonly code: "documents/gone";
      readonly sourceId: string;
      readonly locator: string;
      /** Rows that have to be coded again. */
      readonly citedBy: readonly string[];
      /** Rows of sealed second codings. */
      readonly sealedBy: readonly string[];
    };
