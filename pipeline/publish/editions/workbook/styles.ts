import { MAIN, XML_START } from "./xml-text.ts";

/** Formats that every program knows: general, and text, which stays a text when somebody edits the cell. */
const GENERAL = 0;
const TEXT = 49;
/** Numbers below 164 are those of formats that every program knows: readxl sees no day in one that a file defines. */
const DAY = 164;

const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="13"/><name val="Calibri"/><family val="2"/></font>',
];

/** The first two are fixed: every program takes them for these, whatever a file says. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill>',
];

/** How cells look, in the order in which cells name them by number; `normal` comes first, for it is that of no cell. */
const LOOKS = {
  normal: {},
  value: { alignment: TOP },
  text: { format: TEXT, alignment: TOP },
  wrapped: { alignment: WRAPPED },
  day: { format: DAY, alignment: TOP },
  header: { format: TEXT, font: 1, fill: 2 },
  heading: { font: 2 },
} as const satisfies Record<string, Look>;

interface Look {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly alignment?: string;
}

const names = Object.keys(LOOKS);

/** The number by which a cell names its look. */
export const styleOf = (look: keyof typeof LOOKS): number => names.indexOf(look);

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

/** `xl/styles.xml`. Without a style named Normal, openpyxl, and so pandas, warns that there is no default style. */
export const stylesXml = (): string =>
  [
    `${XML_START}<styleSheet xmlns="${MAIN}">`,
    listElement("numFmts", [`<numFmt numFmtId="${DAY}" formatCode="yyyy-mm-dd"/>`]),
    listElement("fonts", FONTS),
    listElement("fills", FILLS),
    listElement("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
    listElement("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    listElement("cellXfs", Object.values(LOOKS).map(formatElement)),
    listElement("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
