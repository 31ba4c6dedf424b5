import { SaxesParser } from "saxes";

/** An element without its namespace: `row` of `<x:row r="1">`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  readonly open?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** A file that is not the XML of a workbook. */
export class XmlFault extends Error {
  override readonly name = "XmlFault";
}

/**
 * Reads a part of a workbook. No workbook has a document type, so one is refused: with it go entities, which could make
 * a small file long. saxes never opens another file. Throws an XmlFault.
 */
export function readXml(bytes: Uint8Array | undefined, { open, text, close }: XmlHandlers): void {
  if (bytes === undefined) return;
  const parser = new SaxesParser();
  const fail = (why: string): never => {
    throw new XmlFault(why);
  };
  parser.on("error", (error) => fail(error.message));
  parser.on("doctype", () => fail("It has a document type."));
  parser.on("opentag", ({ name, attributes }) => open?.({ name: localName(name), attributes }));
  parser.on("closetag", ({ name }) => close?.(localName(name)));
  parser.on("text", (found) => text?.(found));
  parser.on("cdata", (found) => text?.(found));
  parser.write(new TextDecoder().decode(bytes)).close();
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);
