import type { Field } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { dataset } from "#schemas/dataset.ts";

/** JSON Schema (2020-12) of one row of `data/<table>.json`: every column is present, and `null` if the value is not known. */
export function rowJsonSchema({ name, title, description, fields, key }: ReleaseTable) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${dataset.name}: ${title}`,
    description,
    $comment: `A row of data/${name}.json. No two rows have the same ${key.join(", ")}.`,
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
    required: fields.map((field) => field.name),
    additionalProperties: false,
  };
}

function property(field: Field) {
  const mayBeNull = !field.isFilled;
  const type = field.type === "date" ? "string" : field.type;
  const codes = field.kind === "code" ? field.codes?.codes.map(({ code }) => code) : undefined;
  return {
    title: field.title,
    description: field.description,
    type: mayBeNull ? [type, "null"] : type,
    ...(field.type === "date" ? { format: "date" } : {}),
    ...(codes === undefined ? {} : { enum: mayBeNull ? [...codes, null] : codes }),
    ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
    ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
    ...(field.example === undefined ? {} : { examples: [exampleOf(field)] }),
    ...(field.unit ? { unit: field.unit } : {}),
    ...(field.codelist === undefined ? {} : { codelist: field.codelist }),
    ...(field.pointsTo === undefined ? {} : { refersTo: `${field.pointsTo.table}.${field.pointsTo.column}` }),
    ...(field.rule === undefined ? {} : { rule: field.rule }),
    ...(field.isList ? { delimiter: "; " } : {}),
  };
}

const exampleOf = ({ type, example }: Field) => (type === "string" || type === "date" ? String(example) : example);
