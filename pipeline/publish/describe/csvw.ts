import type { CitedRelease } from "#pipeline/core/citation.ts";
import { csvPath } from "#pipeline/core/csv-path.ts";
import { type Field, foreignKeysOf, wholePattern } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { dataset, doiAddress } from "#schemas/dataset.ts";

/** `csv-metadata.json`: describes the CSV files in the terms of CSV on the Web. */
export function csvwMetadata(tables: readonly ReleaseTable[], release: CitedRelease) {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": dataset.language }],
    ...(release.doi === null ? {} : { "dc:identifier": doiAddress(release.doi) }),
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
  const foreignKeys = foreignKeysOf(fields).map(({ column, table, pointsAt }) => ({
    columnReference: column,
    reference: { resource: csvPath(table), columnReference: pointsAt },
  }));
  return {
    url: csvPath(name),
    "dc:title": title,
    "dc:description": description,
    tableSchema: {
      columns: fields.map(columnDescription),
      primaryKey: [...key],
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

const columnDescription = (field: Field) => ({
  name: field.name,
  titles: field.name,
  "dc:title": field.title,
  "dc:description": field.description,
  ...(field.unit ? { "schema:unitText": field.unit } : {}),
  datatype: datatypeOf(field),
  ...(field.isList ? { separator: "; " } : {}),
  ...(field.isFilled ? { required: true } : {}),
});

/** The type of a cell, or of each item if the cell is a list. */
function datatypeOf(field: Field) {
  switch (field.type) {
    case "boolean":
      return { base: "boolean", format: "TRUE|FALSE" };
    case "integer":
      return { base: "integer", ...boundsOf(field) };
    case "number":
      return { base: "decimal", ...boundsOf(field) };
    case "date":
      return { base: "date", format: "yyyy-MM-dd" };
    case "string":
      return { base: "string", ...formatOf(field) };
    default:
      return field.type satisfies never;
  }
}

const boundsOf = ({ minimum, maximum }: Field) => ({
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
});

function formatOf(field: Field) {
  if (field.codes !== undefined) return { format: field.codes.codes.map(({ code }) => code).join("|") };
  if (field.pattern === undefined || field.isList) return {};
  return { format: wholePattern(field.pattern) };
}
