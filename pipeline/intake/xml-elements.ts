import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** All elements of a name, with their own text, in their order. What follows a fault in the XML is not read. */
export function xmlElements(xml: string, name: string): XmlElement[] {
  const found: { attributes: Record<string, string>; text: string }[] = [];
  let depth = 0;
  const parser = new SaxesParser({ position: false, xmlns: false });
  const isNamed = (tag: string) => tag === name || tag.endsWith(`:${name}`);
  parser.on("opentag", ({ name: tag, attributes }) => {
    if (!isNamed(tag)) return;
    depth += 1;
    found.push({ attributes: { ...attributes }, text: "" });
  });
  parser.on("text", (text) => {
    const last = found.at(-1);
    if (depth > 0 && last !== undefined) last.text += text;
  });
  parser.on("closetag", ({ name: tag }) => {
    if (isNamed(tag)) depth -= 1;
  });
  parser.on("error", () => undefined);
  try {
    parser.write(xml).close();
  } catch {
    // Not XML: there is nothing more to find.
  }
  return found;
}
