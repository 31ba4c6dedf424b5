import type { CitedRelease } from "#pipeline/core/citation.ts";
import { jsonText } from "#pipeline/core/json-text.ts";
import { splitList } from "#pipeline/core/row.ts";
import { dataset } from "#schemas/dataset.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import { DATA_HASH_COMMAND } from "./release-facts.ts";

/** A double-quoted YAML scalar: every JSON string is one. */
const quoted = (text: string) => jsonText(text);

type Source = PublishedRow<"source_provenance">;

/** `CITATION.cff` 1.2.0. Its references are the sources that were coded. */
export function citationFile(release: CitedRelease, sources: readonly Source[]): string {
  return [
    "cff-version: 1.2.0",
    `message: ${quoted("If you use this dataset, please cite the version that you used.")}`,
    "type: dataset",
    `title: ${quoted(dataset.title)}`,
    "authors:",
    `  - name: ${quoted(dataset.author)}`,
    `version: ${quoted(release.version)}`,
    `date-released: ${quoted(release.created)}`,
    `license: ${dataset.licence.id}`,
    `abstract: ${quoted(dataset.description)}`,
    "keywords:",
    ...dataset.keywords.map((keyword) => `  - ${quoted(keyword)}`),
    ...(release.doi === null ? [] : [`doi: ${quoted(release.doi)}`]),
    "identifiers:",
    "  - type: other",
    `    value: ${quoted(`sha256:${release.dataHash}`)}`,
    `    description: ${quoted(`Hash of the data: ${DATA_HASH_COMMAND}`)}`,
    ...(sources.length === 0 ? [] : ["references:", ...sources.flatMap(reference)]),
    "",
  ].join("\n");
}

function reference(source: Source): string[] {
  const authors = splitList(source.authors);
  const named = authors.length === 0 ? [source.publisher ?? "Anonymous"] : authors;
  const year = /^\d{4}/u.exec(source.date_published ?? "")?.[0];
  return [
    `  - type: ${referenceType(source.source_type)}`,
    `    title: ${quoted(source.title)}`,
    "    authors:",
    ...named.map((name) => `      - name: ${quoted(name)}`),
    ...(source.publisher === null ? [] : ["    publisher:", `      name: ${quoted(source.publisher)}`]),
    ...(year === undefined ? [] : [`    year: ${year}`]),
    ...(source.url === null ? [] : [`    url: ${quoted(source.url)}`]),
  ];
}

/** The closest of the types that the Citation File Format defines. */
function referenceType(sourceType: Source["source_type"]): string {
  if (sourceType === "blog_analysis") return "blog";
  if (sourceType === "news") return "newspaper-article";
  return "report";
}
