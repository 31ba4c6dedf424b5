/** How to set a text: the width of its columns, what marks its paragraphs, what stands around the text. */
export interface Setting {
  readonly name: string;
  readonly columns: 1 | 2 | 3;
  readonly indent: boolean;
  readonly oddAndEven: boolean;
}

const NAMESPACES = ["office", "style", "text", "table", "fo", "svg"]
  .map((prefix) => {
    const names: Readonly<Record<string, string>> = { fo: "xsl-fo-compatible", svg: "svg-compatible" };
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${names[prefix] ?? prefix}:1.0"`;
  })
  .join(" ");

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Words of invented notes: the score counts what leaks of them into the text. */
const PAPERS = ["Umbrifer Gazette", "Zibeline Courier", "Vexilla Quarterly"];
const note = (position: number) =>
  `Zibeline quorate vexilla, ${PAPERS[position % PAPERS.length]}, no. ${position}, as seen on day ${(position * 7) % 31} of the fair.`;

const isHeading = (line: string) => line.length < 90 && !/[.?!,;:…"”)]$/u.test(line);

function paragraph(line: string, position: number): string {
  if (isHeading(line)) return `<text:p text:style-name="Head">${escapeXml(line)}</text:p>`;
  const noted =
    position % 4 === 3
      ? `<text:note text:note-class="footnote"><text:note-body><text:p text:style-name="Footnote">${note(position)}</text:p></text:note-body></text:note>`
      : "";
  return `<text:p text:style-name="Body">${escapeXml(line)}${noted}</text:p>`;
}

function table(): string {
  const row = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell table:style-name="Cell"><text:p text:style-name="InCell">${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`;
  const rows = [
    ["Quarto", "Folio", "Octavo"],
    ["12", "30", "7"],
    ["15", "28", "9"],
    ["19", "21", "11"],
  ];
  return `<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>${rows.map(row).join("")}</table:table>`;
}

/** A flat OpenDocument text with running heads, page numbers, footnotes, hyphenation, and a table if it has one column. */
export function openDocument(lines: readonly string[], { columns, indent, oddAndEven }: Setting): string {
  const title = escapeXml((lines[0] ?? "").slice(0, 50));
  const page = `<text:page-number text:select-page="current"/>`;
  const head = (words: string) => `<text:p text:style-name="Small">${words}</text:p>`;
  const filled = lines.map(paragraph);
  if (columns === 1) filled.splice(Math.floor(filled.length / 2), 0, table());
  const gaps = indent ? `fo:text-indent="0.5cm"` : `fo:margin-bottom="0.25cm"`;
  const style = (name: string, paragraph: string, text: string) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties fo:language="en" fo:country="US" style:font-name="Liberation Serif" ${text}/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="Liberation Serif"/></office:font-face-decls>
<office:styles>
${style("Body", `fo:text-align="justify" ${gaps}`, `fo:font-size="10pt" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"`)}
${style("Head", `fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"`, `fo:font-size="12pt" fo:font-weight="bold"`)}
${style("Footnote", "", `fo:font-size="8pt"`)}
${style("Small", "", `fo:font-size="9pt"`)}
${style("InCell", "", `fo:font-size="10pt"`)}
</office:styles>
<office:automatic-styles>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="0.6cm"/></style:section-properties></style:style>
<style:page-layout style:name="Page"${oddAndEven ? ` style:page-usage="mirrored"` : ""}><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header>${head(`Quarterly Umbrifer Review · ${title}`)}</style:header>
${oddAndEven ? `<style:header-left>${head(`${page} · Vexilla Quorum`)}</style:header-left>` : ""}
<style:footer>${head(`Page ${page}`)}</style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
${columns === 1 ? filled.join("\n") : `${filled[0]}<text:section text:style-name="Columns" text:name="S">${filled.slice(1).join("\n")}</text:section>`}
</office:text></office:body></office:document>
`;
}

/** A page as a browser prints it. Each fourth paragraph ends with a raised note mark, and the notes stand at the end. */
export function webPage(lines: readonly string[]): string {
  const body = lines.map((line) => (isHeading(line) ? `<h2>${escapeXml(line)}</h2>` : `<p>${escapeXml(line)}</p>`));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Print</title><style>body{font:11pt "Liberation Serif";text-align:left;hyphens:auto}h2{font-size:14pt}</style>${body.join("\n")}</html>`;
}
