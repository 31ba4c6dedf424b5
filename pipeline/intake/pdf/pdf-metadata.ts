import type { Finding, MetadataField } from "#pipeline/intake/taken-in.ts";
import type { OpenPdf } from "./pdf-library.ts";
import { tidyCharacters } from "./tidy-characters.ts";

/** Titles and authors that a program wrote because nobody did. */
const NOT_A_TITLE =
  /^(?:untitled|title|document\d*|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|odt|indd|pdf|tex|dvi|pptx?|qxd|rtf))$/iu;
const NOT_A_NAME =
  /^(?:user|admin|administrator|owner|author|unknown|anonymous|(?:\(|un)?named\)?|root|pc|hp|dell|windows user|microsoft office user)$/iu;

const INFO: readonly (readonly [key: string, field: MetadataField])[] = [
  ["Title", "title"],
  ["Author", "authors"],
  ["Language", "language"],
];
const XMP: readonly (readonly [key: string, field: MetadataField])[] = [
  ["dc:title", "title"],
  ["dc:creator", "authors"],
  ["dc:publisher", "publisher"],
  ["dc:language", "language"],
  ["dc:rights", "licence"],
];

/**
 * What the file says of its document. The dates of the file are left out: they say when a program wrote it, not when the
 * document was published.
 */
export async function readMetadata(pdf: OpenPdf): Promise<Finding[]> {
  const { info, metadata } = await pdf.getMetadata();
  const facts: ReadonlyMap<string, unknown> = new Map(Object.entries(info));
  const packet: unknown = metadata;
  const found = [
    ...INFO.map(([key, field]) => ({ field, value: textOf(facts.get(key)), where: key })),
    ...XMP.map(([key, field]) => ({ field, value: textOf(readPacket(packet, key)), where: `XMP ${key}` })),
  ];
  return found
    .filter(({ field, value }) => value !== "" && !isTemplate(field, value))
    .map((finding) => ({ ...finding, means: "pdf-info" as const }));
}

const isTemplate = (field: MetadataField, value: string) =>
  (field === "title" && NOT_A_TITLE.test(value)) || (field === "authors" && NOT_A_NAME.test(value));

function readPacket(packet: unknown, key: string): unknown {
  if (typeof packet !== "object" || packet === null || !("get" in packet)) return null;
  return typeof packet.get === "function" ? packet.get(key) : null;
}

function textOf(value: unknown): string {
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts
    .filter((part) => typeof part === "string")
    .map((part) => tidyCharacters(part).replace(/\s+/gu, " ").trim())
    .filter((part) => part !== "")
    .join("; ");
}
