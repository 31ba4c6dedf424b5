import { exampleText, type Field, isList, wholePattern } from "./field.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/**
 * The table's Table Schema (Data Package 2.0), in the part of it that version-1 readers and R take too: plain
 * `missingValues`, `enum` beside `categories`, no `list`, `year` or `yearmonth`.
 */
export function tableSchema({ fields, key }: Pick<ReleaseTable, "fields" | "key">) {
  const foreignKeys = fields.flatMap(({ name, kind, pointsTo }) =>
    pointsTo === undefined || kind === "references"
      ? []
      : [{ fields: [name], reference: { resource: pointsTo.table, fields: [pointsTo.column] } }],
  );
  return {
    fields: fields.map((field) => schemaField(field, key)),
    primaryKey: [...key],
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    missingValues: [""],
  };
}

function schemaField(field: Field, key: readonly string[]) {
  const isOneCode = field.kind === "code" && field.codes !== undefined;
  const constraints = {
    ...(field.isRequired || key.includes(field.name) ? { required: true } : {}),
    ...(isOneCode ? { enum: field.codes.codes.map(({ code }) => code) } : {}),
    ...(field.pattern === undefined ? {} : { pattern: wholePattern(field.pattern) }),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
  };
  return {
    name: field.name,
    type: field.type,
    title: field.title,
    description: field.description,
    // A text, whatever the type: the published profile of Data Package 2.0 takes no other.
    ...(field.example === undefined ? {} : { example: exampleText(field) }),
    ...(field.unit ? { unit: field.unit } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(isOneCode ? { categories: field.codes.codes.map(({ code, label }) => ({ value: code, label })) } : {}),
    ...(field.codelist === undefined ? {} : { codelist: field.codelist }),
    ...(field.rule === undefined ? {} : { rule: field.rule }),
    ...(isList(field) ? { delimiter: "; " } : {}),
  };
}
