import { z } from "zod";
import type { Codelist } from "#schemas/codelist.ts";
import { codelists } from "#schemas/codelists.ts";
import { type ColumnKind, columnsOf, type NamedColumn, type ResolutionRule } from "#schemas/column.ts";
import { type PublishedTableName, publishedReference, publishedTables } from "#schemas/tables.ts";
import { ruleOf } from "./column-rule.ts";

export type FieldType = "string" | "integer" | "number" | "boolean" | "date";

/** A published column with everything that a descriptor says of it, whatever standard the descriptor follows. */
export interface Field extends NamedColumn {
  readonly type: FieldType;
  /** ECMA-262, as in JSON Schema: not anchored unless it says so. */
  readonly pattern?: string;
  readonly minimum?: number;
  /** The codes that the cell may hold one of, or several joined by semicolons. */
  readonly codes?: Codelist;
  /** `table.column` of the release that the cell names, or each part of it where it is a list. */
  readonly pointsTo?: { readonly table: string; readonly column: string };
}

/** The fields of a published table, in order. */
export const fieldsOf = (table: PublishedTableName): Field[] =>
  columnsOf(publishedTables[table].row).map((column) => describe(column, ruleOf(table, column.name)));

function describe({ rule: _, ...column }: NamedColumn, rule: ResolutionRule | undefined): Field {
  const { pattern, minimum } = rulesOfCell(column.schema);
  const codes = codelists.find(({ name }) => name === column.codelist);
  const [table = "", name = ""] = column.refersTo === undefined ? [] : publishedReference(column.refersTo).split(".");
  return {
    ...column,
    type: typeOf(column.kind),
    ...(rule === undefined ? {} : { rule }),
    ...(pattern === undefined || column.kind === "day" ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(codes === undefined ? {} : { codes }),
    ...(table === "" ? {} : { pointsTo: { table, column: name } }),
  };
}

/** A partial date is a string: programs that know a type for years or months make days of them. */
function typeOf(kind: ColumnKind): FieldType {
  switch (kind) {
    case "integer":
      return "integer";
    case "decimal":
      return "number";
    case "boolean":
      return "boolean";
    case "day":
      return "date";
    default:
      return "string";
  }
}

const Rules = z.object({ pattern: z.string().optional(), minimum: z.number().optional() });
const CellSchema = Rules.extend({ anyOf: z.array(Rules).optional() });

/** What the zod schema of a cell demands, read off its JSON Schema, where a cell that may be empty is one of two. */
function rulesOfCell(schema: z.ZodType): z.infer<typeof Rules> {
  const { anyOf, ...rules } = CellSchema.parse(z.toJSONSchema(schema));
  return anyOf?.[0] ?? rules;
}

/**
 * The same pattern as XML Schema has them, which Table Schema takes: it covers the whole cell, without anchors,
 * and `\u` escapes, which it does not know, are written out.
 */
export function wholePattern(pattern: string): string {
  const open = pattern.startsWith("^") ? pattern.slice(1) : `[\\s\\S]*${pattern}`;
  const whole = open.endsWith("$") ? open.slice(0, -1) : `${open}[\\s\\S]*`;
  return whole.replace(/\\u([0-9A-F]{4})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** Whether the cell holds several values joined by semicolons. */
export const isList = ({ kind }: NamedColumn) => kind === "references" || kind === "codes" || kind === "list";

/** The schema's example as a cell of the CSV has it. */
export const exampleText = ({ example }: NamedColumn): string | null =>
  typeof example === "boolean" ? String(example).toUpperCase() : example === undefined ? null : String(example);
