import { type Constraints, constraintsOf } from "#schemas/cell-constraints.ts";
import { cellKinds, type FieldType } from "#schemas/cell-kinds.ts";
import { codedAs, contentColumns } from "#schemas/coded-tables.ts";
import type { Codelist } from "#schemas/codelist.ts";
import { codelists } from "#schemas/codelists.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import { amountNames } from "#schemas/published/derived-columns.ts";
import {
  isStatedTable,
  type PublishedTableName,
  publishedReference,
  publishedTable,
} from "#schemas/published-tables.ts";
import type { ResolutionRule } from "#schemas/resolution-rules.ts";

/** A published column with everything that descriptors of any standard say about it. */
export interface Field extends Omit<Column, "rule">, Constraints {
  readonly type: FieldType;
  /** Whether the cell can have several values, joined by semicolons. */
  readonly isList: boolean;
  /** Whether the cell is never empty, because its schema requires a value or it is part of the key. */
  readonly isFilled: boolean;
  /** The rule that turns statements into the value; absent for derived columns and for registers. */
  readonly rule?: ResolutionRule;
  /** The codes that the cell may contain: one of them, or several joined by semicolons. */
  readonly codes?: Codelist;
  /** The column of the release that the cell, or each item of a list, refers to. */
  readonly pointsTo?: { readonly table: string; readonly column: string };
}

const known = new Map<PublishedTableName, readonly Field[]>();

/** The fields of a published table, in order. */
export function fieldsOf(table: PublishedTableName): readonly Field[] {
  const { row, key } = publishedTable(table);
  const fields = known.get(table) ?? columnsOf(row).map((column) => describe(column, table, key));
  known.set(table, fields);
  return fields;
}

function describe({ rule: _, ...column }: Column, table: PublishedTableName, key: readonly string[]): Field {
  const { type, isList } = cellKinds[column.kind];
  const { pattern, ...bounds } = constraintsOf(column.schema);
  const rule = ruleOf(table, column.name);
  const codes = codelists.find(({ name }) => name === column.codelist);
  return {
    ...column,
    ...bounds,
    // The type `date` says more than a pattern would.
    ...(pattern === undefined || type === "date" ? {} : { pattern }),
    type,
    isList,
    isFilled: column.isRequired || key.includes(column.name),
    ...(rule === undefined ? {} : { rule }),
    ...(codes === undefined ? {} : { codes }),
    ...(column.refersTo === undefined ? {} : { pointsTo: publishedReference(column.refersTo) }),
  };
}

function ruleOf(table: PublishedTableName, column: string): ResolutionRule | undefined {
  const coded = isStatedTable(table) ? codedAs(table) : null;
  if (coded === null) return undefined;
  return contentColumns(coded).find(
    ({ name, kind }) => name === column || (kind === "amount" && Object.values(amountNames(name)).includes(column)),
  )?.rule;
}

/** A field that names one row of another table. */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly pointsAt: string;
}

/** The fields of a table that refer to one row of another table. A list refers to several rows, so it is not a foreign key. */
export const foreignKeysOf = (fields: readonly Field[]): ForeignKey[] =>
  fields.flatMap(({ name, isList, pointsTo }) =>
    pointsTo === undefined || isList ? [] : [{ column: name, table: pointsTo.table, pointsAt: pointsTo.column }],
  );

/**
 * The pattern in the syntax of XML Schema, which Table Schema uses. It matches the whole cell without anchors, and has
 * characters instead of `\u` escapes, which XML Schema does not support.
 */
export function wholePattern(pattern: string): string {
  const open = pattern.startsWith("^") ? pattern.slice(1) : `[\\s\\S]*${pattern}`;
  const whole = open.endsWith("$") ? open.slice(0, -1) : `${open}[\\s\\S]*`;
  return whole.replace(/\\u([0-9A-F]{4})/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** The schema's example in the form of a CSV cell. */
export const exampleText = ({ example }: Field): string | null =>
  typeof example === "boolean" ? String(example).toUpperCase() : example === undefined ? null : String(example);
