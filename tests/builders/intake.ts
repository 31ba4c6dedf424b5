import { strToU8, zipSync } from "fflate";
import type { IntakeKind } from "#pipeline/intake/intake-kind.ts";
import { type IntakeOptions, takeIn } from "#pipeline/intake/take-in.ts";
import type { Intake, TakenIn } from "#pipeline/intake/taken-in.ts";

type Parts = Readonly<Record<string, string>>;

const zip = (parts: Parts) =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: "2026-01-01" }]])),
  );

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A sentence of several words for each number, in English, none of them like another. */
export const aSentence = (number: number) =>
  `The invented market number ${number} opened on the other side of the river, and nobody who lives there was surprised.`;

export const someSentences = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => aSentence(first + at)).join(" ");

/** A page with an article between navigation and a footer. */
export const aPage = ({
  head = "",
  article = "",
  around = "",
}: {
  head?: string;
  article?: string;
  around?: string;
} = {}) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><nav><a href="/a">First place</a> <a href="/b">Second place</a></nav><article>${article === "" ? `<p>${someSentences(1, 3)}</p><p>${someSentences(4, 3)}</p>` : article}</article>${around}<footer>Imprint of the page</footer></body></html>`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a Word document with this body, in WordprocessingML. */
export const docxParts = (body: string, more: Parts = {}): Parts => ({
  "[Content_Types].xml":
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  "_rels/.rels":
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  "word/_rels/document.xml.rels":
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  "word/styles.xml": `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  "word/footnotes.xml": `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>An invented note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  ...more,
});

export const aDocx = (body: string, more: Parts = {}): Uint8Array => zip(docxParts(body, more));

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string, style = "") =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
export const NOTE_MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>';

const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

/** A book of chapters, whose spine has them in this order. */
export function anEpub(chapters: Parts, more: Parts = {}, metadata = ""): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const texts = names.map((name) => [`OPS/text/${name}.xhtml`, chapter(chapters[name] ?? "")]);
  const parts: Parts = {
    "META-INF/container.xml":
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "OPS/book.opf": `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>An invented book</dc:title><dc:creator>Ama Example</dc:creator><dc:language>en-GB</dc:language>${metadata}</metadata><manifest>${items.join("")}</manifest><spine>${names.map((name) => `<itemref idref="${name}"/>`).join("")}</spine></package>`,
    ...Object.fromEntries(texts),
    ...more,
  };
  const packed = Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: "2026-01-01" }]] as const);
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0, mtime: "2026-01-01" }],
    ...Object.fromEntries(packed.map(([name, [bytes, options]]) => [name, [bytes, options]])),
  });
}

export const anArchive = zip;

export const taking = (
  kind: IntakeKind,
  bytes: Uint8Array | string,
  options: Partial<IntakeOptions> = {},
): Promise<Intake> =>
  takeIn(kind, typeof bytes === "string" ? utf8(bytes) : bytes, { pages: null, charset: null, ...options });

/** What was taken in; throws for a refusal. */
export async function taken(...args: Parameters<typeof taking>): Promise<TakenIn> {
  const intake = await taking(...args);
  if ("refusal" in intake) throw new Error(JSON.stringify(intake.refusal));
  return intake.taken;
}

/** The code and detail of a refusal; `null` if the document was taken in. */
export async function refusal(...args: Parameters<typeof taking>) {
  const intake = await taking(...args);
  return "refusal" in intake ? intake.refusal : null;
}

export const textsOf = ({ blocks }: TakenIn) => blocks.map(({ text }) => text);
export const remarksOf = ({ remarks }: TakenIn) => remarks.map(({ code, detail }) => `${code}: ${detail}`);
