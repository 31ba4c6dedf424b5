import { joinList, type Value } from "#pipeline/core/row.ts";
import { Source } from "#schemas/coded/sources.ts";
import { type Column, columnsOf } from "#schemas/column.ts";
import type { Document } from "./intake-files.ts";
import { isOfFile } from "./of-file.ts";
import { formatPages } from "./page-ranges.ts";
import type { Finding, MetadataField } from "./taken-in.ts";
import { isAfterAccess, type UnusedFinding, unusedFindings } from "./unused-findings.ts";

/** A row for sources.csv, and what a person has to do with it. */
export interface SourceRow {
  readonly values: Readonly<Record<string, Value>>;
  /** The empty columns that a person fills: those that must not stay empty, and those that may. */
  readonly toFillIn: readonly Column[];
  /** What was found and does not have the form of its column. */
  readonly refused: readonly { readonly column: string; readonly value: string }[];
  /** What was found and is not in the row for another reason. */
  readonly unused: readonly UnusedFinding[];
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
  const { taken } = document;
  const made = madeValues(document);
  const proposed = { ...made, ...declaredValues(document) };
  const checked = columnsOf(Source).map((column) => {
    const value = proposed[column.name] ?? null;
    return { column, value, isValid: value === null || column.schema.safeParse(value).success };
  });
  const values = Object.fromEntries(checked.map(({ column, value, isValid }) => [column.name, isValid ? value : null]));
  const refused = checked.flatMap(({ column, value, isValid }) =>
    isValid ? [] : [{ column: column.name, value: String(value) }],
  );
  return {
    values,
    toFillIn: checked.flatMap(({ column }) => (values[column.name] === null && !(column.name in made) ? [column] : [])),
    refused,
    unused: unusedFindings(taken.metadata, proposed),
  };
}

type Values = Readonly<Record<string, Value>>;

/** The cells that nobody else fills. */
function madeValues(document: Taken): Values {
  const { sourceId, taken, original, textSha256, accessed } = document;
  return {
    source_id: sourceId,
    status: "draft",
    date_accessed: accessed,
    sha256: textSha256,
    original_sha256: original.sha256,
    original_media_type: original.mediaType,
    original_n_pages: taken.nPages,
    text_made_by: madeBy(document),
  };
}

/** What the document declares, as far as it does. */
function declaredValues(document: Taken): Values {
  const metadata = document.taken.metadata.filter((finding) => !isAfterAccess(finding, document.accessed));
  const date = firstOf(metadata, "date_published");
  return {
    title: titleOf(document),
    authors: authorsOf(metadata),
    publisher: firstOf(metadata, "publisher")?.value ?? null,
    date_published: date?.value ?? null,
    date_published_basis: date === undefined ? null : basisOf(date),
    url: firstOf(metadata, "url")?.value ?? document.fetched?.final_url ?? null,
    language: firstOf(metadata, "language")?.value ?? null,
    licence: firstOf(metadata, "licence")?.value ?? null,
  };
}

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
