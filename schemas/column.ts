import { z } from "zod";
import { type CellKindName, cellKinds } from "#schemas/cell-kinds.ts";
import type { Amount, PartialDate } from "#schemas/cell-values.ts";
import type { Codelist } from "#schemas/codelist.ts";
import type { Aspect } from "#schemas/column-aspect.ts";
import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** What describes a column, apart from the kind of its cells. */
export interface ColumnWords {
  readonly title: string;
  readonly description: string;
  readonly example?: string | number | boolean;
  readonly unit?: string;
  /** Name of the codelist that the cell takes its codes from. */
  readonly codelist?: string;
  readonly rule?: ResolutionRule;
  /** Take the value from the statement that was accepted for this column, so that both come from the same source. */
  readonly follows?: string;
  /** The column says how the source says it, not what it says. Sources are not compared in it. */
  readonly isAboutSource?: boolean;
  /** All statements about a record must agree in this cell, because it is part of the record's identity. */
  readonly isIdentity?: boolean;
  /** What the column tells, if its kind does not say it; see `aspectOf`. */
  readonly aspect?: Aspect;
  /** Whether the column is for programs rather than for people, if its kind does not say it; see `isForPrograms`. */
  readonly isForPrograms?: boolean;
}

declare module "zod" {
  interface GlobalMeta extends Partial<Omit<ColumnWords, "title" | "description">> {}
}

/** What the compiler and the pipeline know about a cell: its kind, and the `table.column` that it refers to, or `""`. */
export interface Typed<K extends CellKindName = CellKindName, R extends string = string> {
  readonly cell: { readonly kind: K; readonly refersTo: R };
}

/** A cell's schema that carries its kind. */
export type CellSchema<
  K extends CellKindName = CellKindName,
  T extends z.ZodType = z.ZodType,
  R extends string = string,
> = T & Typed<K, R>;

/** A schema with its words and its kind. Add both last, because every other zod method drops them. */
function typed<K extends CellKindName, T extends z.ZodType, R extends string = "">(
  schema: T,
  cell: { readonly kind: K; readonly refersTo: R },
  words: ColumnWords,
): CellSchema<K, T, R> {
  const rule = words.rule ?? cellKinds[cell.kind].rule ?? undefined;
  return Object.assign(schema.meta({ ...words, ...(rule === undefined ? {} : { rule }) }), { cell });
}

const plain = <K extends CellKindName>(kind: K) => ({ kind, refersTo: "" }) as const;

type Words = Omit<ColumnWords, "codelist">;

/** A slug: lower-case letters, digits and hyphens, starting with a letter. */
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DERIVED_ID = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;
const SLUGS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(; [a-z][a-z0-9]*(-[a-z0-9]+)*)*$/;
const IDS = new RegExp(`^[*]$|${SLUGS.source}`);
/** No cell may start like a spreadsheet formula. */
const PLAIN_TEXT = /^[^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Items joined by `; `. None may start like a formula, because any of them may come first after sorting. */
const PLAIN_LIST = /^[^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20;][^;]*(; [^=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20;][^;]*)*$/;
/** Characters of EDTF levels 0 to 2; `core/partial-date.ts` decides what is a valid date. */
const EDTF = /^[0-9X~?%./[\]-]+$/;
/** `1300`, `1000..2000`, `>1300`, `>=5`, `<50`, `<=90`: plain decimals, no thousands separator, no exponent. */
const AMOUNT = /^((>=?|<=?)?\d+(\.\d+)?|\d+(\.\d+)?\.\.\d+(\.\d+)?)$/;
/** `p12s3`, ranges `p12s3-p12s5`, several joined by `; `. */
export const EVIDENCE = /^p[1-9]\d*s[1-9]\d*(-p[1-9]\d*s[1-9]\d*)?(; p[1-9]\d*s[1-9]\d*(-p[1-9]\d*s[1-9]\d*)?)*$/;

export const id = (words: Words) => typed(z.string().regex(SLUG), plain("id"), words);

/** An id that may be derived from an id and the name of a column, such as `dis-exp-014-date`. */
export const derivedId = (words: Words) => typed(z.string().regex(DERIVED_ID), plain("id"), words);

export const reference = <const R extends string>(refersTo: R, words: Words) =>
  typed(z.string().regex(SLUG), { kind: "reference", refersTo }, words);

/** A reference to such an id. */
export const derivedReference = <const R extends string>(refersTo: R, words: Words) =>
  typed(z.string().regex(DERIVED_ID), { kind: "reference", refersTo }, words);

export const references = <const R extends string>(refersTo: R, words: Words) =>
  typed(z.string().regex(SLUGS).nullable(), { kind: "references", refersTo }, words);

export const code = <const C extends string>(list: Codelist<C>, words: Words) =>
  typed(z.enum(list.codes.map(({ code }) => code)), plain("code"), { ...words, codelist: list.name });

export const codes = (list: Codelist, words: Words) => {
  const one = `(${list.codes.map(({ code }) => code).join("|")})`;
  const several = z
    .string()
    .regex(new RegExp(`^${one}(; ${one})*$`))
    .nullable();
  return typed(several, plain("codes"), { ...words, codelist: list.name });
};

/** One or more ids of any tables, joined by `; `, or `*` for all. */
export const ids = (words: Words) => typed(z.string().regex(IDS), plain("ids"), words);

/** A date that is only as precise as its source (EDTF, ISO 8601-2). */
export const partialDate = (words: Words) => typed(z.string().regex(EDTF).nullable(), plain("date"), words);

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day, ISO 8601. */
export const day = (words: Words) => typed(z.string().regex(ISO_DAY).nullable(), plain("day"), words);

/** A calendar day that is always known. */
export const knownDay = (words: Words) => typed(z.string().regex(ISO_DAY), plain("day"), words);

/** A number or an interval of numbers, as the source gives it; published as `_low`, `_best`, `_high`. */
export const amount = (words: Words) => typed(z.string().regex(AMOUNT).nullable(), plain("amount"), words);

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** A whole number that is not negative. */
export const integer = (words: Words, { least = 0, most = Number.MAX_SAFE_INTEGER }: Bounds = {}) =>
  typed(z.int().min(least).max(most).nullable(), plain("integer"), words);

/** A count that is always known. */
export const count = (words: Words) => typed(z.int().nonnegative(), plain("integer"), words);

export const decimal = (words: Words, { least, most }: Bounds = {}) => {
  const above = least === undefined ? z.number() : z.number().min(least);
  const between = most === undefined ? above : above.max(most);
  return typed(between.nullable(), plain("decimal"), words);
};

export const boolean = (words: Words) => typed(z.boolean(), plain("boolean"), words);

export const evidence = (words: Words) => typed(z.string().regex(EVIDENCE), plain("evidence"), words);

/** A short text that is compared letter by letter between sources: a name, a value. */
export const label = (words: Words) => typed(z.string().regex(PLAIN_TEXT), plain("label"), words);

/** A language as a two-letter code, ISO 639-1. */
export const language = (words: Words) => typed(z.string().regex(/^[a-z]{2}$/), plain("language"), words);

/** Several labels joined by `; `. */
export const list = (words: Words) => typed(z.string().regex(PLAIN_LIST).nullable(), plain("list"), words);

/** Prose in the coder's own words; never compared between sources. */
export const text = (words: Words) => typed(z.string().regex(PLAIN_TEXT), plain("text"), words);

export const url = (words: Words) => {
  const address = z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .nullable();
  return typed(address, plain("url"), words);
};

export const sha256 = (words: Words) => typed(z.string().regex(/^[0-9a-f]{64}$/), plain("sha256"), words);

/** The same column, but its cells may be empty. */
export function optional<K extends CellKindName, T extends z.ZodType, R extends string>(
  column: CellSchema<K, T, R>,
): CellSchema<K, z.ZodNullable<T>, R> {
  const nullable: z.ZodNullable<T> = z.nullable(column);
  return Object.assign(nullable.meta(column.meta() ?? {}), { cell: column.cell });
}

/** The columns of a row schema. */
export type Shape = Readonly<Record<string, CellSchema>>;

/** What a cell of a coded row holds after `stage`: dates and amounts are parsed, everything else is as in the schema. */
type StagedCell<C> =
  C extends Typed<"date">
    ? PartialDate | null
    : C extends Typed<"amount">
      ? Amount | null
      : C extends z.ZodType
        ? z.infer<C>
        : never;

/** A row of a coded table after `stage`. */
export type StagedRow<S> = { readonly [C in keyof S]: StagedCell<S[C]> };

export interface Column extends ColumnWords {
  readonly name: string;
  readonly kind: CellKindName;
  /** The `table.column` that the cell must refer to. */
  readonly refersTo?: string;
  readonly schema: CellSchema;
  readonly isRequired: boolean;
}

const known = new WeakMap<z.ZodObject, readonly Column[]>();

/** The columns of a row schema, in order, with their words and whether a cell may be empty. */
export function columnsOf(row: z.ZodObject): readonly Column[] {
  const columns = known.get(row) ?? Object.entries(row.shape).map(([name, schema]) => describeColumn(name, schema));
  known.set(row, columns);
  return columns;
}

function describeColumn(name: string, schema: z.core.$ZodType): Column {
  if (!isCellSchema(schema)) throw new Error(`Column ${name} was not made by a function in schemas/column.ts.`);
  const { title, description, ...words } = schema.meta() ?? {};
  if (title === undefined || description === undefined)
    throw new Error(`Column ${name} has no title or no description in its schema.`);
  const { kind, refersTo } = schema.cell;
  return {
    ...words,
    title,
    description,
    kind,
    ...(refersTo === "" ? {} : { refersTo }),
    name,
    schema,
    isRequired: !schema.safeParse(null).success,
  };
}

const isCellSchema = (schema: z.core.$ZodType): schema is CellSchema => schema instanceof z.ZodType && "cell" in schema;

/** The names of a row's columns, in order. */
export const columnNames = (row: z.ZodObject): string[] => Object.keys(row.shape);
