/** What a file can be that only has the name of a table or text. */
export type FileKind = "workbook" | "word-document" | "pdf" | "epub" | "zip" | "gzip" | "web-page";

const startsWith = (bytes: Uint8Array, ...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);

/** What the first bytes of a file say that it is; `null` if it may be plain text. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return kindOfZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return has(bytes, "W\0o\0r\0k\0b\0o\0o\0k\0") ? "workbook" : "word-document";
  if (startsWith(bytes, 0x1f, 0x8b)) return "gzip";
  const opening = Buffer.from(bytes.subarray(0, 1024))
    .toString("latin1")
    .replace(/^(?:ï»¿)?\s*/u, "");
  if (opening.startsWith("%PDF-")) return "pdf";
  if (opening.startsWith("{\\rtf")) return "word-document";
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)\b/iu.test(opening)
    ? "web-page"
    : null;
}

/**
 * The first entry of an EPUB is its media type, not compressed (EPUB 3.3, section 4.2), or at least it has a container.
 * Office programs write ZIP archives: of Office Open XML with the folder `xl` or `word`, of OpenDocument with its media type.
 */
function kindOfZip(bytes: Uint8Array): FileKind {
  const [opening, names] = [bytes.subarray(0, 200), directoryOf(bytes)];
  if (has(opening, "mimetypeapplication/epub+zip") || has(names, "META-INF/container.xml")) return "epub";
  if (has(names, "xl/workbook") || has(bytes, "opendocument.spreadsheet")) return "workbook";
  return has(names, "word/document") || has(bytes, "opendocument.text") ? "word-document" : "zip";
}

/**
 * The central directory of a ZIP archive, which names its entries (APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16): a document
 * may have a workbook as one of its entries. All bytes, if the directory cannot be found.
 */
function directoryOf(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const start = end === -1 || end + 20 > buffer.length ? 0 : buffer.readUInt32LE(end + 16);
  return start < end ? bytes.subarray(start) : bytes;
}

const has = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");
