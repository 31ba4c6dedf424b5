/** The kinds of document that can be taken in. */
export const intakeKinds = ["html", "pdf", "docx", "epub", "text"] as const;
export type IntakeKind = (typeof intakeKinds)[number];

interface KindWords {
  /** IANA media type. */
  readonly mediaType: string;
  /** Extensions of its files; the first one is that of the kept original. */
  readonly extensions: readonly [string, ...string[]];
  /** For a sentence that begins "The file is". */
  readonly words: string;
}

export const intakeKind: Readonly<Record<IntakeKind, KindWords>> = {
  html: { mediaType: "text/html", extensions: ["html", "htm", "xhtml"], words: "a web page" },
  pdf: { mediaType: "application/pdf", extensions: ["pdf"], words: "a PDF" },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx", "docm"],
    words: "a Word document",
  },
  epub: { mediaType: "application/epub+zip", extensions: ["epub"], words: "an EPUB" },
  text: { mediaType: "text/plain", extensions: ["txt", "text", "md"], words: "a plain text" },
};

/** Other extensions that promise a kind of their own, so that a file with one is not what its name says. */
const OTHER_EXTENSIONS = new Set([
  "doc",
  "rtf",
  "odt",
  "xls",
  "xlsx",
  "ods",
  "csv",
  "zip",
  "gz",
  "json",
  "mobi",
  "azw",
]);

/** What the extension of a file promises: `other` is something that cannot be taken in; `null` is nothing. */
export function promisedKind(fileName: string): IntakeKind | "other" | null {
  const [, extension = ""] = /\.([a-z0-9]+)$/u.exec(fileName.toLowerCase()) ?? [];
  const kind = intakeKinds.find((each) => intakeKind[each].extensions.includes(extension));
  return kind ?? (OTHER_EXTENSIONS.has(extension) ? "other" : null);
}
