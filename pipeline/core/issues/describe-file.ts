import type { Encoding } from "#pipeline/core/decode.ts";
import type { FileKind } from "#pipeline/core/file-kind.ts";

/** What a file is, for a sentence that begins "The file is". */
export function describeKind(kind: FileKind): string {
  switch (kind) {
    case "workbook":
      return "a workbook of a spreadsheet program";
    case "word-document":
      return "a document of a word processor";
    case "pdf":
      return "a PDF";
    case "epub":
      return "an electronic book (EPUB)";
    case "zip":
      return "a ZIP archive";
    case "gzip":
      return "a compressed file (gzip)";
    case "web-page":
      return "a web page";
    default:
      return kind satisfies never;
  }
}

/** Says in which encoding a file seems to be. */
export const describeEncoding = (encoding: Encoding, file: "file" | "text") =>
  encoding === "mixed"
    ? `The ${file} is UTF-8, but it also has letters in another encoding, as after joining two files.`
    : `The ${file} is not UTF-8; it looks like ${encoding}.`;
