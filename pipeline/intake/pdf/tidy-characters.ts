/** Ligature characters, and the letters that they stand for. */
const LIGATURES: Readonly<Record<string, string>> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

/** Accents that old TeX fonts print as characters of their own, and the combining characters that they stand for. */
const ACCENTS: Readonly<Record<string, string>> = {
  "´": "\u0301",
  ˋ: "\u0300",
  ˆ: "\u0302",
  "˜": "\u0303",
  "¨": "\u0308",
  "¸": "\u0327",
  ˇ: "\u030C",
};

/** Bullets of symbol fonts, which have no character of their own in Unicode. */
const PRIVATE_BULLETS = /[\uF0A7\uF0B7\uF0D8\uF0FC\uF076]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Control characters are what it removes.
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u200B\u2060\uFEFF\uFFFD]/gu;

/** What pdf.js gives for a letter of a font that does not say which one it is: its number in the font. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Control characters are what it looks for.
const UNNAMED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD\uE000-\uF8FF]/gu;

/** The words that lack letters, because their font has no names for them, with \u25A1 for each: nobody can guess them. */
export function incompleteWords(text: string): string[] {
  const marked = text.replace(PRIVATE_BULLETS, "•").replace(UNNAMED, "\u25A1");
  return marked.match(/[\p{L}\u25A1]*(?:\p{L}\u25A1|\u25A1\p{L})[\p{L}\u25A1]*/gu) ?? [];
}

/** The text of a run in NFC, with letters for ligatures, and no control characters. */
export function tidyCharacters(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(PRIVATE_BULLETS, "•")
    .replace(/[^\S\v\f]/gu, " ")
    .replace(CONTROLS, "")
    .normalize("NFC");
}

/** Text in which the accents that old TeX fonts set as signs before their letter, and cedillas after it, are part of the letter. */
export const composeAccents = (text: string): string =>
  text
    .replace(/([´ˋˆ˜¨ˇ])([A-Za-zı])/gu, (_, accent: string, letter: string) =>
      `${letter === "ı" ? "i" : letter}${ACCENTS[accent] ?? ""}`.normalize("NFC"),
    )
    .replace(/([CcSsTt])¸/gu, (_, letter: string) => `${letter}${ACCENTS["¸"]}`.normalize("NFC"));
