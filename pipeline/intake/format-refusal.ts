import { describeKind } from "#pipeline/core/issues/describe-file.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import type { Refusal } from "./taken-in.ts";

/** Why a document is not taken in: for its file, or for what is known under its id already. */
export const refusalCodes = [
  "empty-file",
  "too-large",
  "unlike-extension",
  "unlike-as",
  "unknown-kind",
  "pdf-encrypted",
  "pdf-damaged",
  "pdf-bomb",
  "pdf-no-text",
  "pdf-no-such-pages",
  "zip-no-docx",
  "docx-password",
  "zip-bomb",
  "entity-bomb",
  "html-no-article",
  "html-too-deep",
  "epub-damaged",
  "epub-encrypted",
  "id-of-another-original",
  "cited-by-rows",
  "id-of-another-table",
  "id-is-retired",
  "id-without-year",
  "original-of-another-id",
  "text-of-another-id",
  "text-is-indexed",
  "text-is-there",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What is wrong with a document, and what to do. Throws for a code that no part of this project should give. */
export function formatRefusal(refusal: Refusal): string {
  const code = refusalCodes.find((known) => known === refusal.code);
  if (code === undefined) throw new Error(`There are no words for the refusal "${refusal.code}".`);
  return words(code, refusal.detail === null ? null : shorten(refusal.detail));
}

function words(code: RefusalCode, detail: string | null): string {
  switch (code) {
    case "empty-file":
      return noText(detail);
    case "too-large":
      return `The file is too large${detail === null ? "" : `: ${detail}`}. Take the pictures out of it, or split it, and add the part with the text.`;
    case "unlike-extension":
      return `The file is ${afterColon(detail)}, although its name ends like that of another kind. Get the file again; or, if this is what you want, add: --as ${beforeColon(detail)}`;
    case "unlike-as":
      return `The file is ${detail ?? "of another kind"}. Leave out --as, or get the right file.`;
    case "unknown-kind":
      return unknownKind(detail);
    case "pdf-encrypted":
      return "The PDF asks for a password. Open it in its program, save a copy without a password, and add that.";
    case "pdf-damaged":
      return `The PDF cannot be read${inBrackets(detail)}. Get the file again.`;
    case "pdf-bomb":
      return `A part of the PDF is much larger when unpacked than any page${inBrackets(detail)}, so that it may be meant to do harm. Do not open it. Get the document from its publisher.`;
    case "pdf-no-text":
      return "The PDF has pictures of pages, and no text. Make a text layer by optical character recognition, such as with `ocrmypdf IN.pdf OUT.pdf`, check it against the pages, and add that file.";
    case "pdf-no-such-pages":
      return `The PDF does not have these pages${inBrackets(detail)}. Name pages that it has with --pages.`;
    case "zip-no-docx":
      return `The file is a ZIP archive, but not a Word document that can be read${inBrackets(detail)}. Unpack it and add the document in it, or save the document again as DOCX.`;
    case "docx-password":
      return "The document asks for a password. Open it in its program, save a copy without a password, and add that.";
    case "zip-bomb":
      return `The archive is much larger when unpacked than any document${inBrackets(detail)}, so that it may be meant to do harm. Do not open it. Get the document from its publisher.`;
    case "entity-bomb":
      return `A part of the archive declares entities${inBrackets(detail)}, as no office program does, so that it may be meant to do harm. Open it in a safe place, and save it again.`;
    case "html-no-article":
      return noArticle(detail);
    case "html-too-deep":
      return "The elements of the page are nested too deep, so that it cannot be read. Open it in a browser, copy the article into a document, and add that file.";
    case "epub-damaged":
      return `The book cannot be read${inBrackets(detail)}. Get the file again.`;
    case "epub-encrypted":
      return "The book is encrypted. Get a copy without protection from its publisher.";
    case "cited-by-rows":
      return "Coded rows cite another text of this id, which sources.csv records by its sha256, and its index is missing. Restore the index from the history of the project, and then use --again.";
    case "id-of-another-original":
      return `sources.csv has this id for another file${inBrackets(detail)}. Choose another id; or, if this is a new version of that document, look at what would change with: --again`;
    case "original-of-another-id":
      return `This very file was added before, as ${detail ?? "another source"}. Use that id. If it is wrong and no row cites it, first delete its row in sources.csv and its files beside the texts.`;
    case "text-of-another-id":
      return `The file is another one, but it has the same text as ${detail ?? "another source"}. One document under two ids would count as two witnesses. Use the id that it has.`;
    case "id-of-another-table":
      return `This id is already in use in ${detail ?? "another table"}. ${CHOOSE_ID}`;
    case "id-is-retired":
      return `This id is retired, and is not used again. ${CHOOSE_ID}`;
    case "id-without-year":
      return `This id has no year, as the ids of the other sources have. ${CHOOSE_ID}`;
    case "text-is-indexed":
      return "The text of this id has an index, and is not replaced. To see what this file would change, add: --again";
    case "text-is-there":
      return `There is another text of this id already${inBrackets(detail)}. Move it away, or choose another id.`;
    default:
      return code satisfies never;
  }
}

const CHOOSE_ID = "Choose another id, made from the publisher and the year, such as acled-2023.";

const inBrackets = (detail: string | null) =>
  detail === null || detail === "" ? "" : ` (${detail.replace(/\.$/u, "")})`;
const beforeColon = (detail: string | null) => (detail ?? "").replace(/:.*$/su, "");
const afterColon = (detail: string | null) => (detail ?? "").replace(/^[^:]*:\s*/su, "");

function noText(detail: string | null): string {
  switch (detail) {
    case "tables":
      return "All words of the document are in tables, which are not part of a text. Turn the tables into text in its program, save it, and add that file.";
    case "pictures":
      return "The document has pictures, and no text. Make a text of them by optical character recognition, check it against the pictures, and add that file.";
    default:
      return "The document has no words. Get the file again, and look at it in its program.";
  }
}

function unknownKind(detail: string | null): string {
  const kinds = "You can add a web page, a PDF, a Word document (DOCX), an EPUB or a plain text.";
  switch (detail) {
    case "word-document":
      return "The file is a document of a word processor, but not a DOCX. Save it as DOCX, and add that.";
    case "xml":
      return "The file is XML, whose words stand among names of elements. If an office program made it, save it there as DOCX, and add that.";
    case "web-archive":
      return "The file is a web page that was saved with its pictures (MHTML). Save the page as HTML only, and add that.";
    case "workbook":
      return `The file is ${describeKind(detail)}, which cannot be taken in. ${kinds}`;
    case "gzip":
      return `The file is ${describeKind(detail)}. Unpack it, and add the document in it.`;
    default:
      return `The file is not a document of a known kind. ${kinds}`;
  }
}

function noArticle(detail: string | null): string {
  const save = "Open the article in a browser, save the page when all of it shows, and add that file.";
  switch (detail) {
    case "paywall":
      return `The page has only the opening of an article that is for subscribers. ${save}`;
    case "cookie-wall":
      return `The page asks for consent to cookies, and has no article. ${save}`;
    case "script":
      return `The page is empty until its scripts run. ${save}`;
    default:
      return `The page has no article, only links, headings or a few words. ${save}`;
  }
}
