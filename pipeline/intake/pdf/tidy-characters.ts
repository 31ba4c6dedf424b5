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

/** The text of a run with letters for ligatures, composed accents, and no control characters. */
export function tidyCharacters(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(PRIVATE_BULLETS, "•")
    .replace(/\s/gu, " ")
    .replace(CONTROLS, "")
    .replace(/([´ˋˆ˜¨ˇ])([A-Za-zı])/gu, (_, accent: string, letter: string) =>
      `${letter === "ı" ? "i" : letter}${ACCENTS[accent] ?? ""}`.normalize("NFC"),
    )
    .normalize("NFC");
}
