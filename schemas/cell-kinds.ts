import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** Type of a published cell, as Table Schema names it. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "date";

interface CellKind {
  /** A partial date is a string, because programs that have a type for years or months turn them into days. */
  readonly type: FieldType;
  /** Whether the cell holds several items joined by `; `. */
  readonly isList: boolean;
  /** The rule that turns statements into one value, unless the column names another; `null` if no source states such a cell. */
  readonly rule: ResolutionRule | null;
}

const kind = (type: FieldType, rule: ResolutionRule | null = null, isList = false): CellKind => ({
  type,
  isList,
  rule,
});

/** What a cell can hold. The kind decides how the cell is read, compared, published and described. */
export const cellKinds = {
  id: kind("string"),
  /** The id of a row of a register: a foreign key. */
  reference: kind("string", "majority"),
  references: kind("string", "union", true),
  code: kind("string", "majority"),
  codes: kind("string", "union", true),
  /** EDTF; carried as a `PartialDate`, published with its bounds and precision. */
  date: kind("string", "most_precise"),
  /** A calendar day, ISO 8601. */
  day: kind("date"),
  /** A number or an interval; carried as an `Amount`, published as low, best and high. */
  amount: kind("string", "range"),
  integer: kind("integer"),
  decimal: kind("number"),
  boolean: kind("boolean"),
  /** Locators of sentences. */
  evidence: kind("string"),
  /** A short text that is compared letter by letter between sources. */
  label: kind("string", "majority"),
  /** A two-letter code, ISO 639-1. */
  language: kind("string", "majority"),
  list: kind("string", "union", true),
  /** Ids of rows of any table. */
  ids: kind("string", "union", true),
  /** Prose in the coder's own words; never compared between sources. */
  text: kind("string", "preferred"),
  url: kind("string"),
  sha256: kind("string"),
} as const satisfies Record<string, CellKind>;

export type CellKindName = keyof typeof cellKinds;
