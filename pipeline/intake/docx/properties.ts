import { checkFindings } from "../check-findings.ts";
import type { Block, Finding, MetadataField } from "../taken-in.ts";
import { xmlElements } from "../xml-elements.ts";
import type { Parts } from "../zip/unzip.ts";

/** Properties that say something of the document. When a file was made says nothing of when its text was published. */
const PROPERTIES: readonly (readonly [element: string, field: MetadataField])[] = [
  ["dc:title", "title"],
  ["dc:creator", "authors"],
  ["dc:language", "language"],
];

/** The first heading, if the text begins with it, and then the properties of the file, which may be those of a template. */
export function docxFindings(parts: Parts, [first]: readonly Block[]): Finding[] {
  const core = parts.get("docProps/core.xml");
  const xml = core === undefined ? "" : new TextDecoder().decode(core);
  const heading: Finding[] =
    first?.kind === "heading" ? [{ field: "title", value: first.text, where: "first heading", means: "text" }] : [];
  const properties = PROPERTIES.flatMap(([element, field]) =>
    xmlElements(xml, element).map(
      ({ text }): Finding => ({ field, value: text, where: `core.xml ${element}`, means: "docx-properties" }),
    ),
  );
  return checkFindings([...heading, ...properties]);
}
