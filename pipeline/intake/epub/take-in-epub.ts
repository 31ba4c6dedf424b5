import { findEntityBomb } from "../entity-bomb.ts";
import { imagesRemark, tablesRemark } from "../html/take-in-html.ts";
import { blocksOf } from "../markup/blocks-of.ts";
import { type DomDocument, parseMarkup } from "../markup/dom.ts";
import { notesOf } from "../markup/notes-of.ts";
import { plainBlock } from "../markup/plain-block.ts";
import { tablesOf } from "../markup/tables-of.ts";
import type { Intake, Refusal } from "../taken-in.ts";
import { toolsNamed } from "../tool-versions.ts";
import { type Parts, unzip } from "../zip/unzip.ts";
import { joinChapters } from "./join-chapters.ts";
import { readPackage } from "./package.ts";

const DAMAGED: Refusal = { code: "epub-damaged", detail: null };
const ENCRYPTED: Refusal = { code: "epub-encrypted", detail: null };
const NEEDED = /\.(?:xml|opf|ncx|x?html?)$|^mimetype$/iu;

/** Takes in an electronic book: its chapters in the order of its spine. */
export function takeInEpub(bytes: Uint8Array): Intake {
  const unzipped = unzip(bytes, { isNeeded: (name) => NEEDED.test(name), damaged: DAMAGED, encrypted: ENCRYPTED });
  if ("code" in unzipped) return { refusal: unzipped };
  const { parts } = unzipped;
  if (isEncrypted(parts)) return { refusal: ENCRYPTED };
  const bomb = findEntityBomb(parts);
  if (bomb !== null) return { refusal: bomb };
  const book = readPackage(parts);
  if (book === null) return { refusal: DAMAGED };
  const missing = book.missing[0] ?? book.chapters.find((path) => !parts.has(path));
  if (missing !== undefined) return { refusal: { ...DAMAGED, detail: missing } };
  const page = parseMarkup(joinChapters(parts, book.chapters));
  const notes = notesOf(page);
  const tables = tablesOf(page.body, notes.elements);
  const contents = [...page.querySelectorAll("nav")];
  const skipped = new Set([...notes.elements, ...tables.map(({ element }) => element), ...contents]);
  const blocks = blocksOf(page.body, { skipped }).map(plainBlock);
  return {
    taken: {
      blocks,
      notes: notes.notes.map(({ mark, text, page: number }) => ({ mark, text, page: number })),
      tables: tables.map(({ page: number, caption, rows }) => ({ page: number, caption, rows })),
      dropped: contents.flatMap((nav) =>
        blocksOf(nav, { skipped: new Set() }).map(({ text }) => ({ text, page: null, rule: "navigation" })),
      ),
      hyphens: [],
      metadata: book.metadata,
      nPages: null,
      tools: toolsNamed("fflate", "linkedom"),
      remarks: [...tablesRemark(tables.length), ...imagesRemark(book.nPictures + picturesIn(page))],
    },
  };
}

/** Pictures of a chapter; one of SVG may have one of another format in it. */
const picturesIn = (page: DomDocument) => [...page.querySelectorAll("img, svg")].length;

/** Fonts may be obfuscated in a book that anybody can read (EPUB OCF 3.3, section 4.4). */
const FONTS_ONLY = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/u;

function isEncrypted(parts: Parts): boolean {
  const xml = parts.get("META-INF/encryption.xml");
  if (xml === undefined) return false;
  const methods = new TextDecoder().decode(xml).match(/EncryptionMethod[^>]*Algorithm\s*=\s*["'][^"']*/gu) ?? [];
  return methods.some((method) => !FONTS_ONLY.test(method));
}
