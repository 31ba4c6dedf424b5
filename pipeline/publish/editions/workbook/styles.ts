import { DAY, type Look, stylesXml as stylesOf, TEXT, TOP, WRAPPED } from "#pipeline/core/xlsx/styles.ts";

/** The styles of cells, which refer to them by position. `normal` comes first, because it applies to cells without a style. */
const LOOKS = {
  normal: {},
  value: { alignment: TOP },
  text: { format: TEXT, alignment: TOP },
  wrapped: { alignment: WRAPPED },
  day: { format: DAY, alignment: TOP },
  header: { format: TEXT, font: 1, fill: 2 },
  heading: { font: 2 },
  link: { font: 3, alignment: WRAPPED },
} as const satisfies Record<string, Look>;

const names = Object.keys(LOOKS);

/** The number that a cell uses to refer to its style. */
export const styleOf = (look: keyof typeof LOOKS): number => names.indexOf(look);

export const stylesXml = (): string => stylesOf(Object.values(LOOKS));
