import { z } from "zod";
import type { Codelist } from "#schemas/codelist.ts";

/**
 * How the statements about one record become one value; the codebook tells it to readers.
 * `most_precise` dates, `range` numbers, `majority` codes and labels, `union` lists, `preferred` texts.
 */
export type ResolutionRule = "most_precise" | "range" | "majority" | "union" | "preferred";

/** What a cell holds: it decides how the cell is read, compared, published and described. */
export type ColumnKind =
  | "id"
  | "reference"
  | "references"
  | "code"
  | "codes"
  | "date"
  | "day"
  | "amount"
  | "integer"
  | "decimal"
  | "boolean"
  | "evidence"
  | "label"
  | "list"
  | "text"
  | "url"
  | "sha256";

export interface Column {
  readonly title: string;
  readonly description: string;
  readonly kind: ColumnKind;
  readonly example?: string | number | boolean;
  readonly unit?: string;
  /** Name of the codelist whose codes the cell may hold. */
  readonly codelist?: string;
  /** `table.column` that the cell must name. */
  readonly refersTo?: string;
  readonly rule?: ResolutionRule;
  /** The column whose accepted statement this one is taken from, so that the two never come from different sources. */
  readonly follows?: string;
  /** How the source says it, not what: never compared between sources. */
  readonly isAboutSource?: boolean;
  /** The record's statements must agree in this cell: it is part of what the record is. */
  readonly isIdentity?: boolean;
}

declare module "zod" {
  interface GlobalMeta extends Partial<Omit<Column, "title" | "description">> {}
}

type Words = Pick<Column, "title" | "description"> &
  Partial<Pick<Column, "example" | "unit" | "rule" | "follows" | "isIdentity" | "isAboutSource">>;

/** A slug: lower-case letters, digits and hyphens, with a letter first. */
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SLUGS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(; [a-z][a-z0-9]*(-[a-z0-9]+)*)*$/;
/** No cell may start as a spreadsheet formula does. */
const PLAIN_TEXT = /^[^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Items joined by `; `, none of which starts as a formula does: sorted anew, any of them may come first. */
const PLAIN_LIST = /^[^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20;][^;]*(; [^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20;][^;]*)*$/;
/** Characters of EDTF levels 0 to 2; `core/partial-date.ts` decides what is a date. */
const EDTF = /^[0-9X~?%./[\]-]+$/;
/** `1300`, `1000..2000`, `>1300`, `>=5`, `<50`, `<=90`: plain decimals, no thousands separator, no exponent. */
const AMOUNT = /^((>=?|<=?)?\d+(\.\d+)?|\d+(\.\d+)?\.\.\d+(\.\d+)?)$/;
/** `p12s3`, ranges `p12s3-p12s5`, several joined by `; `. */
export const EVIDENCE = /^p[1-9]\d*s[1-9]\d*(-p[1-9]\d*s[1-9]\d*)?(; p[1-9]\d*s[1-9]\d*(-p[1-9]\d*s[1-9]\d*)?)*$/;

export const id = (words: Words) =>
  z
    .string()
    .regex(SLUG)
    .meta({ ...words, kind: "id" });

export const reference = (refersTo: string, words: Words) =>
  z
    .string()
    .regex(SLUG)
    .meta({ rule: "majority", ...words, kind: "reference", refersTo });

export const references = (refersTo: string, words: Words) =>
  z
    .string()
    .regex(SLUGS)
    .nullable()
    .meta({ rule: "union", ...words, kind: "references", refersTo });

export const code = (list: Codelist, words: Words) =>
  z.enum(list.codes.map(({ code }) => code)).meta({ rule: "majority", ...words, kind: "code", codelist: list.name });

export const codes = (list: Codelist, words: Words) => {
  const one = `(${list.codes.map(({ code }) => code).join("|")})`;
  return z
    .string()
    .regex(new RegExp(`^${one}(; ${one})*$`))
    .nullable()
    .meta({ rule: "union", ...words, kind: "codes", codelist: list.name });
};

/** A date as vague as its source made it (EDTF, ISO 8601-2). */
export const partialDate = (words: Words) =>
  z
    .string()
    .regex(EDTF)
    .nullable()
    .meta({ rule: "most_precise", ...words, kind: "date" });

/** A calendar day, ISO 8601. */
export const day = (words: Words) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .meta({ ...words, kind: "day" });

/** A number or an interval of numbers, as the source gives it; published as `_low`, `_best`, `_high`. */
export const amount = (words: Words) =>
  z
    .string()
    .regex(AMOUNT)
    .nullable()
    .meta({ rule: "range", ...words, kind: "amount" });

export const integer = (words: Words) =>
  z
    .int()
    .nonnegative()
    .nullable()
    .meta({ ...words, kind: "integer" });
export const decimal = (words: Words) =>
  z
    .number()
    .nullable()
    .meta({ ...words, kind: "decimal" });
export const boolean = (words: Words) => z.boolean().meta({ ...words, kind: "boolean" });

export const evidence = (words: Words) =>
  z
    .string()
    .regex(EVIDENCE)
    .meta({ ...words, kind: "evidence" });

/** A short text that is compared letter by letter between sources: a name, a value. */
export const label = (words: Words) =>
  z
    .string()
    .regex(PLAIN_TEXT)
    .meta({ rule: "majority", ...words, kind: "label" });

/** Several labels joined by `; `. */
export const list = (words: Words) =>
  z
    .string()
    .regex(PLAIN_LIST)
    .nullable()
    .meta({ rule: "union", ...words, kind: "list" });

/** Prose of the coder's own: never compared between sources. */
export const text = (words: Words) =>
  z
    .string()
    .regex(PLAIN_TEXT)
    .meta({ rule: "preferred", ...words, kind: "text" });

export const url = (words: Words) =>
  z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .nullable()
    .meta({ ...words, kind: "url" });

export const sha256 = (words: Words) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ ...words, kind: "sha256" });

/** The same column, where a cell may be empty. `.meta()` comes last because `.nullable()` drops it. */
export function optional<T extends z.ZodType>(column: T) {
  const meta = column.meta();
  return column.nullable().meta(meta ?? {});
}

const known = new WeakMap<z.ZodObject, readonly NamedColumn[]>();

/** The columns of a row schema, in order, with their words and whether a cell may be empty. */
export function columnsOf(row: z.ZodObject): readonly NamedColumn[] {
  const columns = known.get(row) ?? describeColumns(row);
  known.set(row, columns);
  return columns;
}

function describeColumns(row: z.ZodObject): NamedColumn[] {
  return Object.entries(row.shape).map(([name, type]) => {
    const schema = type instanceof z.ZodType ? type : z.unknown();
    const meta = schema.meta();
    if (meta?.title === undefined || meta.description === undefined || meta.kind === undefined) {
      throw new Error(`Column ${name} has no title, description or kind in its schema.`);
    }
    return {
      ...meta,
      title: meta.title,
      description: meta.description,
      kind: meta.kind,
      name,
      schema,
      isRequired: !schema.safeParse(null).success,
    };
  });
}

export interface NamedColumn extends Column {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly isRequired: boolean;
}
