import { bibtexCitation, type CitedRelease } from "#pipeline/core/citation.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import type { FieldType } from "#schemas/cell-kinds.ts";
import { dataset, doiAddress } from "#schemas/dataset.ts";

/** A file that Croissant lists, with its media type. */
export interface TypedFile extends FileFacts {
  readonly mediaType: string;
}

interface CroissantInput {
  readonly content: ReleaseContent;
  readonly files: readonly TypedFile[];
  readonly release: CitedRelease;
}

/** The columns that say where a row comes from. */
const PROVENANCE_COLUMNS: ReadonlySet<string> = new Set([
  "source_id",
  "source_ids",
  "evidence",
  "locator",
  "derived_from",
  "cited_work_ids",
]);
const PROVENANCE_PROPERTY = "prov:wasDerivedFrom";

/** The context of Croissant 1.1, written out so that readers need not fetch it, and PROV-O. */
const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  arrayShape: "cr:arrayShape",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  containedIn: "cr:containedIn",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  description: { "@container": "@language" },
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileObject: "cr:fileObject",
  fileProperty: "cr:fileProperty",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isArray: "cr:isArray",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  name: { "@container": "@language" },
  parentField: "cr:parentField",
  path: "cr:path",
  prov: "http://www.w3.org/ns/prov#",
  rai: "http://mlcommons.org/croissant/RAI/",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  samplingRate: "cr:samplingRate",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};

/**
 * `croissant.json`: Croissant 1.1, which is also a schema.org Dataset, with a record set for each table. The columns
 * that name sources and sentences are marked as what the row was derived from. Records are read from the Parquet files,
 * because these have types. In a CSV file mlcroissant guesses the types, and turns the text `007` into `7.0`.
 */
export function croissant({ content: { tables, sources }, files, release }: CroissantInput) {
  return {
    "@context": CONTEXT,
    "@type": "Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.1",
    name: dataset.name,
    alternateName: dataset.title,
    description: dataset.description,
    version: release.version,
    license: dataset.licence.url,
    url: "README.md",
    ...(release.doi === null ? {} : { identifier: doiAddress(release.doi), sameAs: doiAddress(release.doi) }),
    creator: { "@type": "Organization", name: dataset.author },
    publisher: { "@type": "Organization", name: dataset.author },
    datePublished: release.created,
    dateModified: release.created,
    inLanguage: dataset.language,
    isAccessibleForFree: true,
    isLiveDataset: false,
    keywords: [...dataset.keywords],
    citeAs: bibtexCitation(release).trimEnd(),
    [PROVENANCE_PROPERTY]: sources.map((source) => ({
      "@type": "CreativeWork",
      "@id": `#${source.source_id}`,
      name: source.title,
      ...(source.url === null ? {} : { url: source.url }),
    })),
    distribution: files.map(fileObject),
    recordSet: tables.map(recordSet),
  };
}

const fileObject = ({ path, bytes, sha256, mediaType }: TypedFile) => ({
  "@type": "cr:FileObject",
  "@id": path,
  name: path,
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: mediaType,
  sha256,
});

const recordSet = ({ name, title, description, key, fields }: ReleaseTable) => ({
  "@type": "cr:RecordSet",
  "@id": name,
  name,
  description: `${title}. ${description}`,
  key: key.map((column) => ({ "@id": `${name}/${column}` })),
  field: fields.map((field) => recordField(name, field)),
});

const recordField = (table: string, field: Field) => ({
  "@type": "cr:Field",
  "@id": `${table}/${field.name}`,
  name: field.name,
  description: field.unit ? `${field.description} Unit: ${field.unit}.` : field.description,
  dataType: DATA_TYPES[field.type],
  source: { fileObject: { "@id": `data/${table}.parquet` }, extract: { column: field.name } },
  ...(field.pointsTo === undefined || field.isList
    ? {}
    : { references: { field: { "@id": `${field.pointsTo.table}/${field.pointsTo.column}` } } }),
  ...(PROVENANCE_COLUMNS.has(field.name) ? { equivalentProperty: PROVENANCE_PROPERTY } : {}),
});

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  string: "sc:Text",
  integer: "sc:Integer",
  number: "sc:Float",
  boolean: "sc:Boolean",
  date: "sc:Date",
};
