import { MAIN, XML_START, xmlText } from "./xml-text.ts";

/** A sheet as the parts of the package refer to it. */
export interface SheetEntry {
  readonly name: string;
  /** The cells that can be filtered, such as `$A$1:$K$20`. */
  readonly filter?: string;
  /** The columns and rows to repeat on every page, such as `$A:$A` and `$1:$1`. */
  readonly repeated?: string;
  /** Whether people do not see it, unless they ask for it. */
  readonly isHidden?: boolean;
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

/** `xl/workbook.xml`. A filter and repeated rows also need a defined name that refers to their cells. */
export const workbookXml = (sheets: readonly SheetEntry[]): string =>
  [
    `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">`,
    "<bookViews><workbookView/></bookViews>",
    "<sheets>",
    ...sheets.map(
      ({ name, isHidden }, at) =>
        `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${isHidden === true ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
    ),
    "</sheets>",
    "<definedNames>",
    ...sheets.flatMap(definedNames),
    "</definedNames>",
    "</workbook>",
  ].join("");

function definedNames({ name, filter, repeated }: SheetEntry, at: number): string[] {
  const inSheet = (range: string) => `'${xmlText(name)}'!${range}`;
  const define = (what: string, value: string, attributes = "") =>
    `<definedName name="_xlnm.${what}" localSheetId="${at}"${attributes}>${value}</definedName>`;
  return [
    ...(filter === undefined ? [] : [define("_FilterDatabase", inSheet(filter), ' hidden="1"')]),
    ...(repeated === undefined ? [] : [define("Print_Titles", inSheet(repeated))]),
  ];
}
