import { exampleText, type Field, foreignKeysOf, wholePattern } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";

/**
 * The table's Table Schema (Data Package 2.0). It uses only what version-1 readers and R also understand: plain
 * `missingValues`, `enum` as well as `categories`, no `list`, `year` or `yearmonth`.
 */
export function tableSchema({ fields, key }: Pick<ReleaseTable, "fields" | "key">) {
  const foreignKeys = foreignKeysOf(fields).map(({ column, table, pointsAt }) => ({
    fields: [column],
    reference: { resource: table, fields: [pointsAt] },
  }));
  return {
    fields: fields.map(schemaField),
    primaryKey: [...key],
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    missingValues: [""],
  };
}

function schemaField(field: Field) {
  const isOneCode = field.kind === "code" && field.codes !== undefined;
  const constraints = {
    ...(field.isFilled ? { required: true } : {}),
    ...(isOneCode ? { enum: field.codes.codes.map(({ code }) => code) } : {}),
    ...(field.pattern === undefined ? {} : { pattern: wholePattern(field.pattern) }),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
    ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
  };
  return {
    name: field.name,
    type: field.type,
    title: field.title,
    description: field.description,
    // Always a text, even for other types: the published profile of Data Package 2.0 accepts nothing else.
    ...(field.example === undefined ? {} : { example: exampleText(field) }),
    ...(field.unit ? { unit: field.unit } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(isOneCode ? { categories: field.codes.codes.map(({ code, label }) => ({ value: code, label })) } : {}),
    ...(field.codelist === undefined ? {} : { codelist: field.codelist }),
    ...(field.rule === undefined ? {} : { rule: field.rule }),
    ...(field.isList ? { delimiter: "; " } : {}),
  };
}
