import { fileKind } from "#pipeline/core/file-kind.ts";
import { decodeAs } from "./decode-as.ts";
import { type IntakeKind, intakeKind, promisedKind } from "./intake-kind.ts";
import type { Refusal } from "./taken-in.ts";
import { utf16Of } from "./utf16.ts";

interface Asked {
  /** Name of the file, or the last part of its address. */
  readonly name: string;
  /** What the user says that it is. */
  readonly as: IntakeKind | null;
}

/**
 * What kind of document a file is, by its bytes. The user's word counts only where the bytes allow it: between a web page
 * and a text. A name that promises something else is a refusal, unless the user has said what the file is.
 */
export function judgeKind(bytes: Uint8Array, { name, as }: Asked): { readonly kind: IntakeKind } | Refusal {
  if (isBlank(bytes)) return { code: "empty-file", detail: null };
  const found = kindOfBytes(bytes);
  if (typeof found !== "string") return promisedKind(name) === "epub" && found.code === "zip-no-docx" ? NO_BOOK : found;
  const isMarkupOrText = found === "html" || found === "text";
  if (as !== null) {
    if (as === found || (isMarkupOrText && (as === "html" || as === "text"))) return { kind: as };
    return { code: "unlike-as", detail: `${intakeKind[found].words}, not ${intakeKind[as].words}` };
  }
  const promised = promisedKind(name);
  if (promised === null || promised === found) return { kind: found };
  return { code: "unlike-extension", detail: `${found}: ${intakeKind[found].words}` };
}

/** A ZIP archive with the name of a book. */
const NO_BOOK: Refusal = { code: "epub-damaged", detail: "META-INF/container.xml is missing" };

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 9 && byte <= 13));

function kindOfBytes(bytes: Uint8Array): IntakeKind | Refusal {
  const kind = fileKind(bytes);
  switch (kind) {
    case "pdf":
      return "pdf";
    case "web-page":
      return "html";
    case "epub":
      return "epub";
    case "word-document":
      return kindOfWord(bytes);
    case "zip":
      return { code: "zip-no-docx", detail: null };
    case "workbook":
    case "gzip":
      return { code: "unknown-kind", detail: kind };
    case null:
      return kindOfCharacters(bytes);
    default:
      return kind satisfies never;
  }
}

/** A Word document; or one with a password, which is in an OLE container; or a document of another program. */
function kindOfWord(bytes: Uint8Array): IntakeKind | Refusal {
  const binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (binary.includes("word/document", 0, "latin1") && binary.readUInt16BE() === 0x504b) return "docx";
  if (binary.includes("EncryptedPackage", 0, "utf16le")) return { code: "docx-password", detail: null };
  return { code: "unknown-kind", detail: "word-document" };
}

/** Markup may begin with anything that a browser accepts. */
const MARKUP = /<(?:!doctype\s+html|html|head|body|title|article|main)\b/iu;

/** Documents of office programs, feeds and exports, whose words are among names of elements. */
const XML = /^(?:\uFEFF|ï»¿)?\s*<\?xml\b/u;

/** A page that a browser saved as one file with its pictures (RFC 2557). */
const WEB_ARCHIVE = /^[\w-]+:[^\n]*\n(?:[^\n]+\n)*?Content-Type:\s*multipart\/related\b/iu;

function kindOfCharacters(bytes: Uint8Array): IntakeKind | Refusal {
  const utf16 = utf16Of(bytes);
  if (utf16 === null && bytes.includes(0)) return { code: "unknown-kind", detail: null };
  const opening = decodeAs(bytes.subarray(0, 2048), utf16 ?? "windows-1252");
  if (WEB_ARCHIVE.test(opening)) return { code: "unknown-kind", detail: "web-archive" };
  if (MARKUP.test(opening)) return "html";
  return XML.test(opening) ? { code: "unknown-kind", detail: "xml" } : "text";
}
