import { type Look, stylesXml as stylesOf, TEXT } from "#pipeline/core/xlsx/styles.ts";

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const TOP = '<alignment vertical="top"/>';

/** Every cell is a text, so that no program takes what is typed into it for a date or a number. */
const LOOKS = {
  text: { format: TEXT, alignment: TOP },
  wrapped: { format: TEXT, alignment: WRAPPED },
  header: { format: TEXT, font: 1, fill: 2 },
  key: { format: TEXT, fill: 2, alignment: TOP },
} as const satisfies Record<string, Look>;

const names = Object.keys(LOOKS);

/** The number that a cell uses to refer to its style. */
export const styleOf = (look: keyof typeof LOOKS): number => names.indexOf(look);

export const stylesXml = (): string => stylesOf(Object.values(LOOKS));
