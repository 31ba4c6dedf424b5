import { joinList, type Value } from "#pipeline/core/row.ts";
import { Source } from "#schemas/coded/sources.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import type { Document } from "./intake-files.ts";
import { formatPages } from "./page-ranges.ts";
import type { Finding, MetadataField } from "./taken-in.ts";

/** A row for sources.csv, and what a person has to do with it. */
export interface SourceRow {
  readonly values: Readonly<Record<string, Value>>;
  /** Columns that must not stay empty. */
  readonly toFillIn: readonly Column[];
  /** What was found and does not have the form of its column. */
  readonly refused: readonly { readonly column: string; readonly value: string }[];
}

interface Taken extends Document {
  readonly textSha256: string;
  /** ISO day. */
  readonly accessed: string;
}

/**
 * The row of a document. Bibliographic data are those that the document declares, as it declares them. The kind of source,
 * its reliability and what it retells are a person's judgement, and stay empty.
 */
export function sourceRow(document: Taken): SourceRow {
  const { sourceId, taken, original, textSha256, accessed, fetched } = document;
  const date = firstOf(taken.metadata, "date_published");
  const proposed: Readonly<Record<string, Value>> = {
    source_id: sourceId,
    status: "draft",
    title: titleOf(document),
    authors: authorsOf(taken.metadata),
    publisher: firstOf(taken.metadata, "publisher")?.value ?? null,
    date_published: date?.value ?? null,
    date_published_basis: date === undefined ? null : basisOf(date),
    url: firstOf(taken.metadata, "url")?.value ?? fetched?.final_url ?? null,
    language: firstOf(taken.metadata, "language")?.value ?? null,
    licence: firstOf(taken.metadata, "licence")?.value ?? null,
    date_accessed: accessed,
    sha256: textSha256,
    original_sha256: original.sha256,
    original_media_type: original.mediaType,
    original_n_pages: taken.nPages,
    text_made_by: madeBy(document),
  };
  const columns = columnsOf(Source);
  const checked = columns.map((column) => {
    const value = proposed[column.name] ?? null;
    return { column, value, isValid: value === null || column.schema.safeParse(value).success };
  });
  return {
    values: Object.fromEntries(checked.map(({ column, value, isValid }) => [column.name, isValid ? value : null])),
    toFillIn: checked.flatMap(({ column, value, isValid }) =>
      column.isRequired && (value === null || !isValid) ? [column] : [],
    ),
    refused: checked.flatMap(({ column, value, isValid }) =>
      isValid ? [] : [{ column: column.name, value: String(value) }],
    ),
  };
}

/** Properties of a file are often those of a template or of whoever saved it. */
const isOfFile = ({ means }: Finding) => means === "pdf-info" || means === "docx-properties";

const firstOf = (metadata: readonly Finding[], field: MetadataField): Finding | undefined =>
  metadata.find((finding) => finding.field === field && !isOfFile(finding));

/** How many lines a title page has before the title at most. */
const OPENING = 20;

/** The first declared title; one of the file's properties only if the text begins with it. */
function titleOf({ taken: { metadata, blocks } }: Document): string | null {
  const opening = new Set(blocks.slice(0, OPENING).map(({ text }) => text.toLowerCase()));
  const found = metadata.find(
    (finding) => finding.field === "title" && (!isOfFile(finding) || opening.has(finding.value.toLowerCase())),
  );
  return found?.value ?? null;
}

/** All authors that the same place names. */
function authorsOf(metadata: readonly Finding[]): string | null {
  const first = firstOf(metadata, "authors");
  if (first === undefined) return null;
  const alike = metadata.filter(
    ({ field, means, where }) => field === "authors" && means === first.means && where === first.where,
  );
  return joinList(new Set(alike.map(({ value }) => value)));
}

/** What a book declares, or a text says, is in the document; a page's own data are at the place where it was found. */
const basisOf = ({ means }: Finding) => (means === "text" || means === "epub-package" ? "stated" : "found");

function madeBy({ taken: { tools }, original, pages }: Document): string {
  const named = Object.entries(tools).map(([name, version]) => `${name} ${version}`);
  const part = pages === null ? "" : `, pages ${formatPages(pages)},`;
  return `Taken in from ${original.mediaType}${part} by documents add${named.length === 0 ? "" : ` (${named.join(", ")})`}.`;
}
