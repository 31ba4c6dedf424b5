import { parseAmount } from "#pipeline/core/amount.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { type Cell, joinList, publishedValue, splitList } from "#pipeline/core/row.ts";
import { findBadCharacter } from "#pipeline/stage/bad-character.ts";
import { meantList } from "#pipeline/stage/meant-list.ts";
import { isPlaceholder, tidyCell, unescapeName } from "#pipeline/stage/tidy-cell.ts";
import { constraintsOf } from "#schemas/cell-constraints.ts";
import { cellKinds } from "#schemas/cell-kinds.ts";
import type { Column } from "#schemas/column.ts";

export interface StagedColumn extends Column {
  /** The codes that the column allows; empty if it is not a column of codes. */
  readonly codes: readonly string[];
  /** The code that a misspelt one most likely means. */
  readonly suggest: (typed: string) => string | null;
}

type Read = { readonly value: Cell } | { readonly issues: readonly Issue[] };

const refused = (...issues: readonly Issue[]): Read => ({ issues });

/** One cell → its typed value, or its issues. */
export function readCell(cell: string, column: StagedColumn, at: Place): Read {
  const text = tidyCell(cell);
  if (text === null)
    return column.isRequired
      ? refused({ code: "stage/missing-value", at, codelist: column.codelist ?? null })
      : { value: null };
  if (isPlaceholder(text)) return refused(placeholder(text, column, at));
  const bad = findBadCharacter(text);
  if (bad !== null) return refused({ code: "stage/bad-character", at, ...bad });
  const read = readValue(text, column, at);
  if ("issues" in read || column.schema.safeParse(publishedValue(read.value)).success) return read;
  if (mayBeName(text, column)) return read;
  return refused(...misfits(text, column, at));
}

/**
 * Whether a cell that should refer to a register has a name in place of an id, such as `JNIM`. `resolve` reports it as a
 * reference to nothing, because it can say whose name it is.
 */
const mayBeName = (text: string, { kind }: StagedColumn) =>
  (kind === "reference" || kind === "references") && /^[\p{L}\p{N}]/u.test(text);

const placeholder = (value: string, { kind }: StagedColumn, at: Place): Issue => ({
  code: "stage/placeholder",
  at,
  value,
  mayBeName: ["label", "list", "text"].includes(kind) && unescapeName(`\\${value}`) === value,
});

function readValue(text: string, column: StagedColumn, at: Place): Read {
  switch (column.kind) {
    case "boolean":
      return text === "TRUE" || text === "FALSE"
        ? { value: text === "TRUE" }
        : refused({ code: "stage/bad-boolean", at, value: text });
    case "integer":
      return /^\d+$/u.test(text)
        ? { value: Number(text) }
        : refused({ code: "stage/bad-number", at, value: text, form: "integer" });
    case "decimal":
      return /^-?\d+(\.\d+)?$/u.test(text)
        ? { value: Number(text) }
        : refused({ code: "stage/bad-number", at, value: text, form: "decimal" });
    case "amount": {
      const amount = parseAmount(text);
      if (typeof amount !== "string") return { value: amount };
      const form = amount === "not-an-amount" ? "amount" : amount;
      return refused({ code: "stage/bad-number", at, value: text, form });
    }
    case "date":
    case "day": {
      const date = parsePartialDate(text);
      if (typeof date === "string") return refused({ code: "stage/bad-date", at, value: text, fault: date });
      return { value: column.kind === "date" ? date : text };
    }
    case "text":
      return { value: unescapeName(text) };
    default:
      return text.includes("\n") ? refused({ code: "stage/line-break", at }) : readWords(text, column, at);
  }
}

/** Reads a cell of one line. A list must have the right form, and none of its items may be a placeholder. */
function readWords(text: string, column: StagedColumn, at: Place): Read {
  if (!cellKinds[column.kind].isList) return { value: column.kind === "label" ? unescapeName(text) : text };
  const meant = meantList(text, column);
  if (meant !== null)
    return refused({ code: "stage/bad-list", at, value: text, meant }, ...unknownCodes(splitList(meant), column, at));
  const items = splitList(text);
  const nothing = items.find(isPlaceholder);
  if (nothing !== undefined) return refused(placeholder(nothing, column, at));
  return { value: column.kind === "list" ? joinList(items.map(unescapeName)) : text };
}

/** The issues of a value that its column's schema rejects. */
function misfits(text: string, column: StagedColumn, at: Place): readonly Issue[] {
  const other = (form: string): Issue[] => [{ code: "stage/bad-text", at, value: text, form }];
  switch (column.kind) {
    case "code":
    case "codes":
      return unknownCodes(column.kind === "code" ? [text] : splitList(text), column, at);
    case "id":
    case "reference":
    case "references":
    case "ids":
      return [{ code: "stage/bad-id", at, value: text }];
    case "evidence":
      return [{ code: "stage/bad-locator", at, value: text }];
    case "label":
    case "list":
    case "text":
      return [{ code: "stage/formula", at, value: text }];
    case "language":
      return other("a two-letter code from ISO 639-1, such as en");
    case "integer":
    case "decimal":
      return [outOfBounds(text, column, at)];
    case "url":
      return other("an address that begins with https:// and contains no spaces");
    case "sha256":
      return other("64 hexadecimal digits in lower case");
    case "day":
      return other("a day such as 2017-03-12");
    case "date":
    case "amount":
    case "boolean":
      return other(column.description);
    default:
      return column.kind satisfies never;
  }
}

function outOfBounds(value: string, { schema }: StagedColumn, at: Place): Issue {
  const { minimum = null, maximum = null } = constraintsOf(schema);
  return { code: "stage/out-of-bounds", at, value, minimum, maximum };
}

/** An issue for each item that is no code; none if the column is not one of codes. */
const unknownCodes = (items: readonly string[], { codes, codelist = "", suggest }: StagedColumn, at: Place): Issue[] =>
  items
    .filter((item) => codes.length > 0 && !codes.includes(item))
    .map((value) => ({ code: "stage/unknown-code", at, value, codelist, nearest: suggest(value) }));
