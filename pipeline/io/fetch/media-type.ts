/** What a Content-Type header says (RFC 9110, section 8.3); `null` for what it does not say, or says in no valid form. */
export interface ContentType {
  /** In lower case, such as `text/html`. */
  readonly mediaType: string | null;
  /** In lower case, such as `windows-1252`. It can be wrong. */
  readonly charset: string | null;
}

const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const MEDIA_TYPE = new RegExp(`^(${TOKEN}/${TOKEN})\\s*(?:;|$)`, "u");
const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*(?:;|$)/iu;

export function readContentType(header: string | undefined): ContentType {
  const text = header?.trim() ?? "";
  return {
    mediaType: MEDIA_TYPE.exec(text)?.[1]?.toLowerCase() ?? null,
    charset: CHARSET.exec(text)?.[1]?.toLowerCase() ?? null,
  };
}

/** Media types of documents beside `text/…`, and of bytes whose kind only a look at them shows. */
const DOCUMENTS: readonly string[] = [
  "application/xhtml+xml",
  "application/xml",
  "application/pdf",
  "application/x-pdf",
  "application/epub+zip",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/zip",
  "application/x-zip-compressed",
  "application/octet-stream",
  "binary/octet-stream",
  "application/force-download",
  "application/download",
  "application/x-download",
];

/** Whether the bytes may be a document. A server that names no type may send one. */
export const mayBeDocument = (mediaType: string | null) =>
  mediaType === null || mediaType.startsWith("text/") || DOCUMENTS.includes(mediaType);
