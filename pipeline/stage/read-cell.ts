import { parseAmount } from "#pipeline/core/amount.ts";
import type { Issue, Place } from "#pipeline/core/issue.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import { splitList, type Value } from "#pipeline/core/row.ts";
import { isPlaceholder, tidyCell } from "#pipeline/stage/tidy-cell.ts";
import type { NamedColumn } from "#schemas/column.ts";

export interface StagedColumn extends NamedColumn {
  /** The codes that the column takes, where it takes codes. */
  readonly codes: readonly string[];
}

type Read = { readonly value: Value } | { readonly issue: Issue };

/** One cell → its typed value, or what is wrong with it. */
export function readCell(cell: string, column: StagedColumn, at: Place): Read {
  const text = tidyCell(cell);
  if (text === null) return column.isRequired ? { issue: { code: "stage/missing-value", at } } : { value: null };
  if (isPlaceholder(text)) return { issue: { code: "stage/placeholder", at, value: text } };
  const read = readValue(text, column, at);
  if ("issue" in read) return read;
  if (column.schema.safeParse(read.value).success) return read;
  return { issue: misfit(text, column, at) };
}

function readValue(text: string, { kind }: StagedColumn, at: Place): Read {
  switch (kind) {
    case "boolean":
      return text === "TRUE" || text === "FALSE"
        ? { value: text === "TRUE" }
        : { issue: { code: "stage/bad-boolean", at, value: text } };
    case "integer":
      return /^\d+$/u.test(text)
        ? { value: Number(text) }
        : { issue: { code: "stage/bad-number", at, value: text, form: "integer" } };
    case "decimal":
      return /^-?\d+(\.\d+)?$/u.test(text)
        ? { value: Number(text) }
        : { issue: { code: "stage/bad-number", at, value: text, form: "decimal" } };
    case "amount": {
      const amount = parseAmount(text);
      if (typeof amount !== "string") return { value: text };
      return {
        issue: { code: "stage/bad-number", at, value: text, form: amount === "backwards" ? "backwards" : "amount" },
      };
    }
    case "date": {
      const date = parsePartialDate(text);
      return typeof date === "string"
        ? { issue: { code: "stage/bad-date", at, value: text, fault: date } }
        : { value: text };
    }
    case "day": {
      const date = parsePartialDate(text);
      if (typeof date === "string") return { issue: { code: "stage/bad-date", at, value: text, fault: date } };
      return { value: text };
    }
    case "text":
      return { value: text };
    default:
      return text.includes("\n") ? { issue: { code: "stage/line-break", at, value: text } } : { value: text };
  }
}

/** What a value that its column's schema refuses is told. */
function misfit(text: string, column: StagedColumn, at: Place): Issue {
  switch (column.kind) {
    case "code":
      return unknownCode(text, text, column, at);
    case "codes": {
      const odd = splitList(text).find((item) => !column.codes.includes(item)) ?? text;
      return unknownCode(odd, odd, column, at);
    }
    case "id":
    case "reference":
    case "references":
      return { code: "stage/bad-id", at, value: text };
    case "evidence":
      return { code: "stage/bad-locator", at, value: text };
    case "label":
    case "list":
    case "text":
      return { code: "stage/formula", at, value: text };
    case "url":
      return { code: "stage/bad-text", at, value: text, form: "an address that begins with https://" };
    case "sha256":
      return { code: "stage/bad-text", at, value: text, form: "64 hexadecimal digits in lower case" };
    case "day":
      return { code: "stage/bad-text", at, value: text, form: "a day such as 2017-03-12" };
    default:
      return { code: "stage/bad-text", at, value: text, form: column.description };
  }
}

const unknownCode = (value: string, typed: string, { codelist = "", codes }: StagedColumn, at: Place): Issue => ({
  code: "stage/unknown-code",
  at,
  value,
  codelist,
  nearest: nearestOf(typed, codes),
});
