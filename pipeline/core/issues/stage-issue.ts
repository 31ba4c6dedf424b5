import type { DateFault } from "#pipeline/core/partial-date.ts";

export type CharacterFault =
  /** A control, format or direction character: it does not show, so two different cells can look the same. */
  | "invisible"
  /** U+FFFD, which a program wrote in place of a letter that it could not read. */
  | "lost"
  /** Two or three characters in place of one letter: UTF-8 that a program read in another encoding. */
  | "misread"
  /** A character as HTML writes it, such as `&ocirc;`. */
  | "entity"
  /** A letter of another script or style inside a Latin word, which looks like a Latin letter and is none. */
  | "look-alike"
  /** A character that Unicode has not assigned, or has left to private use: it has no meaning. */
  | "unassigned";

/** What can be wrong with one row by itself. */
export type StageIssue =
  /** `codelist` is the list of codes that the cell takes one from; `null` if it takes something else. */
  | { readonly code: "stage/missing-value"; readonly codelist: string | null }
  /** `mayBeName`: the cell is one of words, so that somebody may really be called so. */
  | { readonly code: "stage/placeholder"; readonly value: string; readonly mayBeName: boolean }
  /** `meant` is the word in which the character is as it was probably meant. */
  | {
      readonly code: "stage/bad-character";
      readonly character: string;
      readonly fault: CharacterFault;
      readonly meant: string | null;
    }
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
  | {
      readonly code: "stage/row-rule";
      readonly sentence: string;
      /** The cell that is reported; `null` if it is empty. */
      readonly value: string | null;
      /** What to do about these cells, where that says more than the rule. */
      readonly advice: string | null;
    };
