/** The text in plain letters: `Côte` → `Cote`. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
