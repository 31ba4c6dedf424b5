import { checkFindings } from "../check-findings.ts";
import type { Finding, MetadataField } from "../taken-in.ts";
import { xmlElements } from "../xml-elements.ts";
import type { Parts } from "../zip/unzip.ts";
import { resolvePart } from "./resolve-part.ts";

export interface Book {
  /** Paths of the chapters in reading order. */
  readonly chapters: readonly string[];
  /** Places in the reading order that are a picture. */
  readonly nPictures: number;
  /** Ids in the reading order that the book does not have. */
  readonly missing: readonly string[];
  readonly metadata: readonly Finding[];
}

const FIELDS: readonly (readonly [element: string, field: MetadataField])[] = [
  ["dc:title", "title"],
  ["dc:creator", "authors"],
  ["dc:publisher", "publisher"],
  ["dc:date", "date_published"],
  ["dc:language", "language"],
  ["dc:source", "url"],
  ["dc:rights", "licence"],
];

/** The package document, to which the container leads; `null` if there is none, or nothing is in its reading order. */
export function readPackage(parts: Parts): Book | null {
  const read = (name: string) => {
    const bytes = parts.get(name);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  const container = read("META-INF/container.xml");
  const path = container === null ? undefined : xmlElements(container, "rootfile")[0]?.attributes["full-path"];
  const opf = path === undefined ? null : read(path);
  if (path === undefined || opf === null) return null;
  const items = new Map(xmlElements(opf, "item").map(({ attributes }) => [attributes.id, attributes]));
  const spine = xmlElements(opf, "itemref");
  const ids = spine.map(({ attributes }) => attributes.idref ?? "");
  const chapters = spine.flatMap(({ attributes }): string[] => {
    const item = items.get(attributes.idref);
    const isText = /html/iu.test(item?.["media-type"] ?? "");
    const isContents = (item?.properties ?? "").split(/\s+/u).includes("nav");
    if (item?.href === undefined || !isText || isContents || attributes.linear === "no") return [];
    return [resolvePart(path, item.href).path];
  });
  const nPictures = ids.filter((id) => /^image\//u.test(items.get(id)?.["media-type"] ?? "")).length;
  if (chapters.length + nPictures === 0) return null;
  const found = FIELDS.flatMap(([element, field]) =>
    xmlElements(opf, element)
      .filter(({ attributes }) => field !== "date_published" || isPublication(attributes))
      .map(({ text }): Finding => ({ field, value: text, where: `package ${element}`, means: "epub-package" })),
  );
  return { chapters, nPictures, missing: ids.filter((id) => !items.has(id)), metadata: checkFindings(found) };
}

/** EPUB 2 says with `opf:event` what a date is of. */
const isPublication = (attributes: Readonly<Record<string, string>>) =>
  ["publication", undefined].includes(attributes["opf:event"]);
