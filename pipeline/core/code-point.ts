/** The code of the first character, as Unicode writes it: `U+200B`. */
export const codePoint = (text: string) =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
