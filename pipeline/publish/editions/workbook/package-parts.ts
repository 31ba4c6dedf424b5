import { MAIN, XML_START, xmlText } from "./xml-text.ts";

/** A sheet as the parts of the package refer to it. */
export interface SheetEntry {
  readonly name: string;
  /** The cells that can be filtered, such as `$A$1:$K$20`. */
  readonly filter?: string;
}

export const sheetPath = (at: number) => `worksheets/sheet${at + 1}.xml`;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** `[Content_Types].xml` */
export const contentTypes = (sheets: readonly SheetEntry[]): string =>
  [
    `${XML_START}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${KIND}.sharedStrings+xml"/>`,
    ...sheets.map((_, at) => `<Override PartName="/xl/${sheetPath(at)}" ContentType="${KIND}.worksheet+xml"/>`),
    "</Types>",
  ].join("");

/** `_rels/.rels` */
export const packageRelations = (): string => relationsXml([["officeDocument", "xl/workbook.xml"]]);

/** `xl/_rels/workbook.xml.rels`: the sheets come first, so that sheet 1 has the relationship `rId1`. */
export const workbookRelations = (sheets: readonly SheetEntry[]): string =>
  relationsXml([
    ...sheets.map((_, at) => ["worksheet", sheetPath(at)] as const),
    ["styles", "styles.xml"],
    ["sharedStrings", "sharedStrings.xml"],
  ]);

const relationsXml = (relations: readonly (readonly [kind: string, target: string])[]) =>
  [
    `${XML_START}<Relationships xmlns="${RELATIONSHIPS}">`,
    ...relations.map(
      ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`,
    ),
    "</Relationships>",
  ].join("");

/** `xl/workbook.xml`. For a filter, Excel also needs a defined name that refers to its cells. */
export const workbookXml = (sheets: readonly SheetEntry[]): string =>
  [
    `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">`,
    "<bookViews><workbookView/></bookViews>",
    "<sheets>",
    ...sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
    "</sheets>",
    "<definedNames>",
    ...sheets.map(({ name, filter }, at) =>
      filter === undefined
        ? ""
        : `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${xmlText(name)}'!${filter}</definedName>`,
    ),
    "</definedNames>",
    "</workbook>",
  ].join("");
