import type { Row } from "#pipeline/core/row.ts";
import { codelists } from "#schemas/codelists.ts";
import { type PublishedTable, publishedTableNames, publishedTables } from "#schemas/tables.ts";
import { exampleText, fieldsOf } from "./field.ts";

/** The rows of the table `codelists`. */
export const codelistRows = (): Row[] =>
  codelists.flatMap(({ name, codes }) =>
    codes.map(({ code, label, definition }) => ({ codelist: name, code, label, definition })),
  );

/** The rows of the table `columns`: the data dictionary. */
export const columnRows = (): Row[] =>
  publishedTableNames.flatMap((name) => {
    const table: PublishedTable = publishedTables[name];
    return fieldsOf(name).map((field, index) => ({
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
      is_key: table.key.includes(field.name),
      is_required: field.isRequired,
      example: exampleText(field),
    }));
  });
