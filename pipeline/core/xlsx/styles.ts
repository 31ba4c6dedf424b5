import { MAIN, XML_START } from "./xml-text.ts";

/** Built-in formats: general, and text, which keeps a cell a text when somebody edits it. */
const GENERAL = 0;
export const TEXT = 49;
/** Numbers below 164 are built-in formats. readxl does not recognise days in a custom format. */
export const DAY = 164;

export const TOP = '<alignment vertical="top"/>';
export const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

/** The same font everywhere. */
const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="13"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>',
];

/** Programs ignore the definition of the first two and always use these. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill>',
];

/** How a cell looks. A format, font or fill is the position in the lists of this file. */
export interface Look {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly alignment?: string;
}

function formatElement({ format = GENERAL, font = 0, fill = 0, alignment = "" }: Look): string {
  const applied = [
    format === GENERAL ? "" : ' applyNumberFormat="1"',
    font === 0 ? "" : ' applyFont="1"',
    fill === 0 ? "" : ' applyFill="1"',
    alignment === "" ? "" : ' applyAlignment="1"',
  ].join("");
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${applied}>${alignment}</xf>`;
}

const listElement = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

/**
 * `xl/styles.xml`. Cells refer to the looks by position, and the first applies to cells without a style. Without a style
 * named Normal, openpyxl and therefore pandas warn that there is no default style.
 */
export const stylesXml = (looks: readonly Look[]): string =>
  [
    `${XML_START}<styleSheet xmlns="${MAIN}">`,
    listElement("numFmts", [`<numFmt numFmtId="${DAY}" formatCode="yyyy-mm-dd"/>`]),
    listElement("fonts", FONTS),
    listElement("fills", FILLS),
    listElement("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
    listElement("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    listElement("cellXfs", looks.map(formatElement)),
    listElement("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
