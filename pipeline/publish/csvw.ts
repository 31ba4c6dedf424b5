import { dataset } from "#schemas/dataset.ts";
import { type Field, isList, wholePattern } from "./field.ts";
import type { ReleaseFacts } from "./release-facts.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/** `csv-metadata.json`: the CSV files as CSV on the Web describes tables. */
export function csvwMetadata(tables: readonly ReleaseTable[], release: ReleaseFacts) {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": dataset.language }],
    "dc:title": dataset.title,
    "dc:description": dataset.description,
    "dc:license": { "@id": dataset.licence.url },
    "dc:creator": dataset.author,
    "dc:issued": { "@value": release.created, "@type": "xsd:date" },
    "schema:version": release.version,
    dialect: { encoding: "utf-8", delimiter: ",", header: true, doubleQuote: true },
    tables: tables.map(tableGroup),
  };
}

function tableGroup({ name, title, description, fields, key }: ReleaseTable) {
  const foreignKeys = fields.flatMap(({ name: column, kind, pointsTo }) =>
    pointsTo === undefined || kind === "references"
      ? []
      : [
          {
            columnReference: column,
            reference: { resource: `data/${pointsTo.table}.csv`, columnReference: pointsTo.column },
          },
        ],
  );
  return {
    url: `data/${name}.csv`,
    "dc:title": title,
    "dc:description": description,
    tableSchema: {
      columns: fields.map((field) => columnDescription(field, key)),
      primaryKey: [...key],
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

const columnDescription = (field: Field, key: readonly string[]) => ({
  name: field.name,
  titles: field.name,
  "dc:title": field.title,
  "dc:description": field.description,
  ...(field.unit ? { "schema:unitText": field.unit } : {}),
  datatype: datatypeOf(field),
  ...(isList(field) ? { separator: "; " } : {}),
  ...(field.isRequired || key.includes(field.name) ? { required: true } : {}),
});

/** The type of a cell, or of each part of it where it is a list. */
function datatypeOf(field: Field) {
  switch (field.type) {
    case "boolean":
      return { base: "boolean", format: "TRUE|FALSE" };
    case "integer":
      return { base: "integer", ...(field.minimum === undefined ? {} : { minimum: field.minimum }) };
    case "number":
      return { base: "decimal" };
    case "date":
      return { base: "date", format: "yyyy-MM-dd" };
    case "string":
      return { base: "string", ...formatOf(field) };
    default:
      return field.type satisfies never;
  }
}

function formatOf(field: Field) {
  if (field.codes !== undefined) return { format: field.codes.codes.map(({ code }) => code).join("|") };
  if (field.pattern === undefined || isList(field)) return {};
  return { format: wholePattern(field.pattern) };
}
