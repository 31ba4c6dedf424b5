import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** Type of a published cell, as Table Schema names it. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "date";

interface CellKind {
  /** A partial date is a string: programs that know a type for years or months turn them into days. */
  readonly type: FieldType;
  /** Whether the cell holds several items joined by `; `. */
  readonly isList: boolean;
  /** The rule by which statements become one value, unless the column names another; `null` for a kind that no source states. */
  readonly rule: ResolutionRule | null;
}

const kind = (type: FieldType, rule: ResolutionRule | null = null, isList = false): CellKind => ({
  type,
  isList,
  rule,
});

/** What a cell can hold. It decides how the cell is read, compared, published and described. */
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
  /** A code of two letters, ISO 639-1. */
  language: kind("string", "majority"),
  list: kind("string", "union", true),
  /** Prose of the coder's own: never compared between sources. */
  text: kind("string", "preferred"),
  url: kind("string"),
  sha256: kind("string"),
} as const satisfies Record<string, CellKind>;

export type CellKindName = keyof typeof cellKinds;
