import { codelists } from "#schemas/codelists.ts";
import { type PublishedRow, publishedTable, publishedTableNames } from "#schemas/published-tables.ts";
import { exampleText, fieldsOf } from "./field.ts";

/** The rows of the table `codelists`. */
export const codelistRows = (): PublishedRow<"codelists">[] =>
  codelists.flatMap(({ name, codes }) =>
    codes.map(({ code, label, definition }) => ({ codelist: name, code, label, definition })),
  );

/** The rows of the table `columns`: the data dictionary. */
export const columnRows = (): PublishedRow<"columns">[] =>
  publishedTableNames.flatMap((name) =>
    fieldsOf(name).map((field, index) => ({
      table: name,
      column: field.name,
      position: index + 1,
      title: field.title,
      description: field.description,
      type: field.type,
      unit: field.unit || null,
      codelist: field.codelist ?? null,
      refers_to: field.pointsTo === undefined ? null : `${field.pointsTo.table}.${field.pointsTo.column}`,
      rule: field.rule ?? null,
      is_key: publishedTable(name).key.includes(field.name),
      is_required: field.isRequired,
      example: exampleText(field),
    })),
  );
