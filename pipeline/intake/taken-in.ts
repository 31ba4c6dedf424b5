/** A paragraph, a heading or an item of a list: one line of the text. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item";
  readonly text: string;
  /** The page of the original where it begins, counted from 1; `null` if the original has no pages. */
  readonly page: number | null;
  /** Where further pages begin in it, in their order; none if it is absent. */
  readonly turns?: readonly PageTurn[];
  readonly column: number | null;
  /** How it came to be, such as `column-lines`, `list-item`. */
  readonly rule: string;
}

/** The place in a text where a page begins. */
export interface PageTurn {
  readonly page: number;
  /** UTF-16 offset of the first character of the page. */
  readonly start: number;
}

/** A footnote or an endnote, with its mark. */
export interface Note {
  readonly mark: string;
  readonly text: string;
  readonly page: number | null;
}

export interface TakenTable {
  readonly page: number | null;
  readonly caption: string | null;
  readonly rows: readonly (readonly string[])[];
}

/** What was left out: running heads, page numbers, navigation. */
export interface Dropped {
  readonly text: string;
  readonly page: number | null;
  readonly rule: string;
}

/** A hyphen at the end of a line. */
export interface Hyphen {
  readonly word: string;
  readonly page: number | null;
  readonly outcome: "mended" | "kept" | "mended-unsure" | "kept-unsure";
}

export type MetadataField = "title" | "authors" | "publisher" | "date_published" | "language" | "url" | "licence";

/** A piece of metadata as it was found: nothing is guessed. */
export interface Finding {
  readonly field: MetadataField;
  readonly value: string;
  readonly where: string;
  readonly means: "json-ld" | "meta" | "element" | "pdf-info" | "docx-properties" | "epub-package" | "text";
}

/** Something that a person should look at, by code and place. */
export interface Remark {
  readonly code: string;
  readonly page: number | null;
  readonly detail: string;
}

export interface TakenIn {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly tables: readonly TakenTable[];
  readonly dropped: readonly Dropped[];
  readonly hyphens: readonly Hyphen[];
  readonly metadata: readonly Finding[];
  readonly nPages: number | null;
  readonly tools: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
}

/** Why a file cannot be taken in. */
export interface Refusal {
  readonly code: string;
  readonly detail: string | null;
}

export type Intake = { readonly taken: TakenIn } | { readonly refusal: Refusal };

/** Pages to take in, counted from 1. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}
